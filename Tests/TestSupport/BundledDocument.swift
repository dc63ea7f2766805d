#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The documents of the catalogs that ship, and the overlays that they were made with.
public enum BundledDocument {
  /// The project's folder.
  public static let root =
    "/" + "\(#filePath)".split(separator: "/").dropLast(3).joined(separator: "/")

  /// The document of a catalog, from which its compact form was made; nil without one.
  public static func bytes(of id: String) -> [UInt8]? { read("Catalogs/\(id).json") }

  /// The overlay of a catalog: what of it is ours; nil without one.
  public static func overlay(of id: String) -> [UInt8]? { read("Overlays/\(id).json") }

  private static func read(_ name: String) -> [UInt8]? {
    (try? Data(contentsOf: URL(filePath: "\(root)/Assets/\(name)"))).map(Array.init)
  }
}
