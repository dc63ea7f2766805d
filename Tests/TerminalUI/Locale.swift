import CLocale

/// Takes a UTF-8 locale for the whole test process, once: `wcwidth` needs it.
enum Locale {
  static let isUTF8 = keywright_adopt_utf8_locale() != 0
}
