import Catalogs
import Documents
import Judgement
import Keys
import TestSupport
import Testing

/// Blind writes where scopes are actions, a verb before its object.
struct BlindWriteActionTests {
  private func catalog(_ scopes: [(id: String, access: String)]) throws -> Catalog {
    let nodes = scopes.map { scope in
      JSONNode.object([
        ("id", .string(scope.id)), ("title", .string(scope.id)), ("access", .string(scope.access)),
      ])
    }
    return try Catalog(
      decoding: JSONWriter.write(
        .object([
          ("$schema", .string("urn:keywright:catalog:1")), ("id", .string("cloud")),
          ("name", .string("Cloud")), ("version", .string("1")),
          (
            "categories",
            .array([.object([("name", .string("All")), ("scopes", .array(nodes))])])
          ),
        ])))
  }

  /// The ids that the remedy ticks for a key of one scope; nil where nothing is blind.
  private func asked(_ id: String, _ catalog: Catalog) -> [String]? {
    let findings = Findings(
      rules: RuleSet(catalog: catalog), design: Samples.design([id], in: catalog),
      today: Samples.today)
    guard let finding = findings.list().first(where: { $0.rule == "blind-write" }),
      case .tick(let scopes) = finding.remedy?.edits.first
    else { return nil }
    return scopes.map { catalog.scopes[$0].id }
  }

  @Test func `an action asks for the view of what it acts on, and of nothing else`() throws {
    let catalog = try catalog([
      ("s3:GetObject", "view"), ("s3:DeleteObject", "delete"), ("s3:PutBucketPolicy", "update"),
      ("s3:GetBucketPolicy", "view"), ("s3:DeleteBucketWebsite", "delete"),
      ("ec2:DescribeInstances", "view"), ("ec2:TerminateInstances", "delete"),
      ("ec2:RebootInstance", "update"), ("s3:Restore", "update"),
    ])
    #expect(asked("s3:DeleteObject", catalog) == ["s3:GetObject"])
    #expect(asked("s3:PutBucketPolicy", catalog) == ["s3:GetBucketPolicy"])
    #expect(asked("s3:DeleteBucketWebsite", catalog) == nil)
    #expect(asked("s3:Restore", catalog) == nil)
    #expect(asked("ec2:TerminateInstances", catalog) == ["ec2:DescribeInstances"])
    #expect(asked("ec2:RebootInstance", catalog) == ["ec2:DescribeInstances"])
  }

  @Test func `a colon alone makes no action`() throws {
    let catalog = try catalog([
      ("Contents:Read", "view"), ("Contents:Write", "update"), ("Files:ReadWrite", "update"),
      ("Files:Read", "view"), ("mail:read", "view"), ("mail:write", "update"),
    ])
    #expect(asked("Contents:Write", catalog) == ["Contents:Read"])
    #expect(asked("Files:ReadWrite", catalog) == ["Files:Read"])
    #expect(asked("mail:write", catalog) == ["mail:read"])
  }
}
