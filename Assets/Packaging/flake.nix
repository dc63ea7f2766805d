# For Nix: unpacks the tar that package.sh made, beside which it lays this file.
#   nix run path:.build/packages
{
  description = "Designer and linter of API keys for the terminal";
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";

  outputs = { self, nixpkgs }:
    let
      version = "1.0.0";
      systems = [ "x86_64-linux" "aarch64-linux" ];
      package = system:
        nixpkgs.legacyPackages.${system}.stdenvNoCC.mkDerivation {
          pname = "keywright";
          inherit version;
          src = ./. + "/keywright-${version}-linux-${nixpkgs.lib.removeSuffix "-linux" system}.tar.gz";
          # It is linked statically, and stripped already.
          dontPatchELF = true;
          dontStrip = true;
          installPhase = ''
            mkdir -p $out/share
            cp -r bin $out/
            cp -r share/man share/doc share/bash-completion share/fish $out/share/
            mkdir -p $out/share/zsh/site-functions
            cp share/zsh/vendor-completions/_keywright $out/share/zsh/site-functions/
          '';
          meta = {
            description = "Designer and linter of API keys for the terminal";
            mainProgram = "keywright";
            platforms = systems;
          };
        };
    in {
      packages = nixpkgs.lib.genAttrs systems (system: { default = package system; });
    };
}
