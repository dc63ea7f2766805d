# A formula for Homebrew, to be put into a tap of yours: it builds from the source, on a Mac too.
class Keywright < Formula
  desc "Designer and linter of API keys for the terminal"
  homepage "https://example.com/keywright"
  url "https://example.com/keywright.git", tag: "v1.0.0"
  head "https://example.com/keywright.git", branch: "main"

  depends_on xcode: ["26.0", :build]
  uses_from_macos "swift" => :build, since: :sonoma
  uses_from_macos "ncurses"

  def install
    ENV["KEYWRIGHT_COMMIT"] = Utils.git_head
    system "swift", "build", "--disable-sandbox", "-c", "release", "--product", "keywright"
    bin.install ".build/release/keywright"
    man1.mkpath
    system bin/"keywright", "manual", "-o", man1
    generate_completions_from_executable(bin/"keywright", "completion")
  end

  test do
    assert_match "keywright #{version}", shell_output("#{bin}/keywright --version")
    key = shell_output("#{bin}/keywright export --scope stores.orders.view")
    assert_match '"scopes": ["stores.orders.view"]', key
  end
end
