import ArgumentParser
import Catalogs
import Documents
import Keys

/// Makes a manifest of what a platform has already.
struct AdoptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adopt",
    abstract: "Make a manifest of a policy, a role, an app or a list of scopes that exists.",
    discussion: """
      Recognized by what is in it: an AWS policy; roles of Kubernetes (JSON or YAML); a manifest of a \
      Slack app (JSON or YAML); the requiredResourceAccess of an Entra application; a link that asks \
      for scopes or fills in a form; the headers X-OAuth-Scopes and X-Accepted-GitHub-Permissions; a \
      list of scopes, by id or as a page shows them.

      Wildcards are expanded and counted. What no key design can say (a Deny, conditions, resources, \
      names of objects) is named on standard error and kept in the manifest under "adopted": the key \
      is then not the whole of the document.

      Exit status: 0 the manifest says all of it; 1 something is not said in it; 2 a document that \
      cannot be read, or that grants nothing.

      EXAMPLES
        keywright adopt policy.json -o deploy.key.json
        curl -sI -H "Authorization: Bearer $TOKEN" https://api.github.com | keywright adopt -
        kubectl get clusterrole view -o yaml | keywright adopt - | keywright lint -
        keywright adopt slack.yaml -o keys/        one manifest for each kind of key
      """)

  @Argument(help: ArgumentHelp("The document; - is standard input.", valueName: "file"))
  var file: String

  @Option(
    help: ArgumentHelp(
      "The kind of key to make, where the document grants scopes to several.", valueName: "id"))
  var kind: String?

  @Option(
    name: [.customShort("o", allowingJoined: true), .long],
    help: ArgumentHelp(
      "Write to a file instead of standard output, or to new files in a folder.",
      valueName: "file|folder"))
  var output: String?

  @OptionGroup var catalogChoice: CatalogChoice

  func run() throws {
    let isWhole = try reportingErrors {
      let bytes = file == "-" ? try StandardStreams.readInput() : try DocumentFile.read(file)
      let adoption = try AdoptedFile.read(bytes, path: file, catalog: catalogChoice.source)
      for line in AdoptedFile.lines(of: adoption) { Console.say("keywright: \(line)") }
      if let output, output != "-", isFolder(output) {
        try write(adoption, into: output)
      } else {
        let document = adoption.manifest(of: try key(of: adoption)).bytes
        if let output, output != "-" {
          _ = try DocumentFile.write(document, to: output)
        } else {
          Console.print(document: document)
        }
      }
      return adoption.remainders.isEmpty
    }
    if !isWhole { throw ExitStatus.findings }
  }

  private func isFolder(_ path: String) -> Bool {
    path.ends(exactlyWith: "/") || Folder.isFolder(path)
  }

  /// The key that is asked for; an error where there are several and none is.
  private func key(of adoption: Adoption) throws(ModelError) -> Adoption.Key {
    let kinds = adoption.keys.compactMap(\.kind)
    if let kind {
      if let key = adoption.key(ofKind: kind) { return key }
      throw ModelError(
        file: file, problem: "the document grants nothing to the kind \"\(kind)\"",
        remedy: kinds.isEmpty ? "Leave --kind out" : "It does to " + kinds.joined(separator: ", "))
    }
    guard adoption.keys.count == 1 else {
      throw ModelError(
        file: file,
        problem:
          "the document grants scopes to keys of \(adoption.keys.count) kinds, and a manifest is "
          + "of one",
        remedy:
          "Name one with --kind (\(kinds.joined(separator: ", "))), or a folder with -o FOLDER/")
    }
    return adoption.keys[0]
  }

  private func write(_ adoption: Adoption, into folder: String) throws(ModelError) {
    let base = file == "-" ? adoption.catalog.id : String(file.parts(between: "/").last ?? "key")
    let name = String(base.prefix { $0 != "." })
    let keys = try kind == nil ? adoption.keys : [key(of: adoption)]
    let documents = keys.map { key in
      let kind = keys.count > 1 ? key.kind.map { "-" + $0 } ?? "" : ""
      return (name: name + kind + ".key.json", bytes: adoption.manifest(of: key).bytes)
    }
    for path in try DocumentFile.writeNew(documents, into: folder) {
      Console.say("keywright: wrote \(path)")
    }
  }
}
