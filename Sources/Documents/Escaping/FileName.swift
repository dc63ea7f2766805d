/// A text as a part of a file's name.
package enum FileName {
  /// Letters, digits and single hyphens of ASCII, in lower case.
  ///
  /// Never a path, an option or a hidden file; empty where the text has none of them. At most so many
  /// of the text's words, and so many bytes: file systems take 255 for a whole name.
  package static func plain(_ text: String, words: Int = .max, longest: Int = 60) -> String {
    var name: [UInt8] = []
    var (count, isInWord) = (0, false)
    for byte in text.utf8 {
      let letter = byte | 0x20
      guard (0x30...0x39).contains(byte) || (0x61...0x7A).contains(letter) && byte < 0x80 else {
        isInWord = false
        continue
      }
      if !isInWord {
        guard count < words else { break }
        if count > 0 { name.append(UInt8(ascii: "-")) }
        (count, isInWord) = (count + 1, true)
      }
      name.append((0x30...0x39).contains(byte) ? byte : letter)
      guard name.count < longest else { break }
    }
    while name.last == UInt8(ascii: "-") { name.removeLast() }
    return String(decoding: name, as: UTF8.self)
  }
}
