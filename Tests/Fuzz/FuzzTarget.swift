#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// libFuzzer's loop, with what it is to call.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Feeds the decoder that the environment's `FUZZ_DECODER` names with what libFuzzer makes up.
///
/// All arguments are libFuzzer's. With `FUZZ_SEED` as well, a first input is written to standard
/// output, for forms of which no text can be kept.
@main
enum FuzzTarget {
  /// What a C function without a context can reach.
  nonisolated(unsafe) static var decoder = FuzzDecoder.json

  static func main() {
    let name = getenv("FUZZ_DECODER").map { String(cString: $0) } ?? ""
    guard let chosen = FuzzDecoder(rawValue: name) else {
      let names = FuzzDecoder.allCases.map(\.rawValue).joined(separator: ", ")
      print("FUZZ_DECODER has to be one of \(names)")
      exit(64)
    }
    if getenv("FUZZ_SEED") != nil {
      let seed = chosen.seed
      exit(write(1, seed, seed.count) == seed.count ? 0 : 1)
    }
    decoder = chosen
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    exit(
      runDriver(&count, &arguments) { start, count in
        let input = Array(UnsafeBufferPointer(start: start, count: count))
        FuzzTarget.decoder.read(input)
        for variant in FuzzVariants(of: input) { FuzzTarget.decoder.read(variant) }
        return 0
      })
  }
}
