import BitCollections
import Catalogs
import Keys
import TestSupport
import Testing

/// Gestures, the counts that they keep, and the way back.
struct DesignEditorTests {
  private let catalog = Samples.shop

  @Test func `a tick is a gesture with a name that can be undone and redone`() {
    var editor = DesignEditor(catalog: catalog, design: KeyDesign())
    #expect(editor.nextUndo == nil && editor.nextRedo == nil)
    #expect(editor.set([0], chosen: true, named: "tick orders.view") == [0])
    #expect(editor.isChosen(0))
    #expect(editor.nextUndo == "tick orders.view")
    let undone = editor.undo()
    #expect(undone?.name == "tick orders.view" && undone?.flipped == [0])
    #expect(!editor.isChosen(0))
    #expect(editor.nextUndo == nil && editor.nextRedo == "tick orders.view")
    #expect(editor.redo()?.name == "tick orders.view")
    #expect(editor.isChosen(0) && editor.nextRedo == nil)
    #expect(editor.redo() == nil)
  }

  @Test func `what changes nothing is no gesture`() {
    var editor = DesignEditor(catalog: catalog, design: KeyDesign(scopes: [0]))
    #expect(editor.set([0], chosen: true, named: "tick") == [])
    #expect(editor.set([1, 2], chosen: false, named: "untick") == [])
    #expect(editor.replaceScopes(with: [0], named: "preset") == [])
    #expect(editor.edit(named: "edit") { _ in } == [])
    #expect(editor.nextUndo == nil && editor.undo() == nil)
  }

  @Test func `an undone gesture is no reason any more, and is one again when it is redone`() {
    var editor = DesignEditor(catalog: catalog, design: KeyDesign(scopes: [0]))
    editor.edit(named: "preset", origin: .preset("Clerk")) { $0.scopes.insert(1) }
    editor.set([2], chosen: true, named: "tick")
    #expect(editor.origins() == [1: .preset("Clerk"), 2: .hand])
    _ = editor.undo()
    #expect(editor.origins() == [1: .preset("Clerk")])
    editor.set([1], chosen: false, named: "untick")
    editor.set([1], chosen: true, named: "tick")
    #expect(editor.origins() == [1: .hand])
    _ = editor.undo()
    _ = editor.undo()
    #expect(editor.origins() == [1: .preset("Clerk")])
    _ = editor.redo()
    #expect(editor.origins() == [:])
  }

  @Test func `a scope given twice is flipped once`() {
    var editor = DesignEditor(catalog: catalog, design: KeyDesign())
    #expect(editor.set([1, 1, 2], chosen: true, named: "tick") == [1, 2])
    #expect(editor.chosenCount == 2)
    #expect(editor.design.scopes == [1, 2])
  }

  @Test func `a new gesture after an undo forgets what was undone`() {
    var editor = DesignEditor(catalog: catalog, design: KeyDesign())
    editor.set([0], chosen: true, named: "first")
    _ = editor.undo()
    editor.set([1], chosen: true, named: "second")
    #expect(editor.nextRedo == nil)
  }

  @Test func `a category of which all, some or nothing is chosen says so`() {
    var editor = DesignEditor(catalog: catalog, design: KeyDesign())
    #expect(editor.coverage(ofCategory: 0) == .none)
    editor.set([0], chosen: true, named: "tick")
    #expect(editor.coverage(ofCategory: 0) == .part)
    editor.set(catalog.categories[0].scopes, chosen: true, named: "tick Orders")
    #expect(editor.coverage(ofCategory: 0) == .all)
    editor.set([3], chosen: true, named: "tick")
    #expect(editor.coverage(ofCategory: 1) == .part && editor.coverage(ofCategory: 2) == .part)
  }

  @Test func `details and scopes change in one gesture, and come back in one`() {
    var editor = DesignEditor(catalog: catalog, design: KeyDesign(scopes: [0]))
    let before = editor.design
    let flipped = editor.edit(named: "apply the remedy") { design in
      design.details.label = "importer"
      design.scopes = [1]
    }
    #expect(flipped.sorted() == [0, 1])
    let after = editor.design
    #expect(after.details.label == "importer" && after.scopes == [1])
    #expect(editor.undo()?.flipped.sorted() == [0, 1])
    #expect(editor.design == before)
    _ = editor.redo()
    #expect(editor.design == after)
  }

  @Test func `counts equal a recount after random gestures, and all the way back and forth`() {
    var random = SeededRandom()
    let catalog = Samples.komerza
    for _ in 0..<20 {
      let start = KeyDesign(scopes: Self.scopes(of: catalog, using: &random))
      var editor = DesignEditor(catalog: catalog, design: start)
      var states = [start]
      for step in 0..<40 {
        Self.gesture(step, on: &editor, using: &random)
        if editor.design != states.last { states.append(editor.design) }
        Self.expectCounts(of: editor, "\(random)")
      }
      for state in states.dropLast().reversed() {
        #expect(editor.undo() != nil)
        #expect(editor.design == state, "\(random)")
        Self.expectCounts(of: editor, "\(random)")
      }
      #expect(editor.undo() == nil && editor.design == start)
      for state in states.dropFirst() {
        #expect(editor.redo() != nil)
        #expect(editor.design == state, "\(random)")
      }
      Self.expectCounts(of: editor, "\(random)")
    }
  }

  private static func scopes(of catalog: Catalog, using random: inout SeededRandom) -> BitSet {
    BitSet(catalog.scopes.indices.filter { _ in Bool.random(using: &random) })
  }

  private static func gesture(
    _ step: Int, on editor: inout DesignEditor, using random: inout SeededRandom
  ) {
    let catalog = editor.catalog
    switch Int.random(in: 0..<5, using: &random) {
    case 0:
      let category = Int.random(in: catalog.categories.indices, using: &random)
      editor.set(
        catalog.categories[category].scopes, chosen: Bool.random(using: &random), named: "category")
    case 1:
      editor.replaceScopes(with: scopes(of: catalog, using: &random), named: "preset")
    case 2:
      let extra = scopes(of: catalog, using: &random)
      editor.edit(named: "edit") { design in
        design.details.purpose = "step \(step)"
        design.scopes.formSymmetricDifference(extra)
      }
    default:
      let scope = Int.random(in: catalog.scopes.indices, using: &random)
      editor.set([scope], chosen: !editor.isChosen(scope), named: "tick")
    }
  }

  private static func expectCounts(of editor: DesignEditor, _ comment: Comment) {
    #expect(editor.chosenCount == editor.design.scopes.count, comment)
    for (index, category) in editor.catalog.categories.enumerated() {
      let count = category.scopes.count { editor.design.scopes.contains($0) }
      #expect(editor.chosenCounts[index] == count, comment)
    }
  }
}
