# Sourced by examples/quickstart.sh and tests/run.sh: which Debian 12 packages the project needs, and how to get them.

build_packages=(g++ cmake ninja-build pkg-config
  libcli11-dev nlohmann-json3-dev libsqlite3-dev libtomlplusplus-dev libdtl-dev librang-dev
  libpoppler-cpp-dev libqpdf-dev libzip-dev libpugixml-dev
  libhpdf-dev libfreetype-dev libfribidi-dev libstemmer-dev libutf8proc-dev zlib1g-dev
  fonts-liberation fonts-dejavu-core)

test_packages=(catch2 git poppler-utils clang-format)

# install_missing PACKAGE...: installs those that are not there, with sudo when not root; says which.
install_missing() {
  local missing=() package sudo=()
  for package in "$@"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  echo "installing: ${missing[*]}"
  [ "$(id -u)" -eq 0 ] || sudo=(sudo)
  "${sudo[@]}" apt-get update -qq
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}
