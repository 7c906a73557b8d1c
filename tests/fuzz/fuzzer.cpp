#include <tests/fuzz/target.hpp>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

// libFuzzer's entry. `fuzz --target=dates CORPUS…`: libFuzzer itself leaves options with two dashes alone.

namespace {

const resumax::fuzz::Target* chosen = nullptr;

}  // namespace

extern "C" int LLVMFuzzerInitialize(int* count, char*** arguments) {
  static constexpr std::string_view option = "--target=";
  for (int i = 1; i < *count; ++i) {
    const std::string_view argument = (*arguments)[i];
    if (argument.starts_with(option)) chosen = resumax::fuzz::find_target(argument.substr(option.size()));
  }
  if (chosen) return 0;
  std::fputs("usage: fuzz --target=NAME [libFuzzer options] [corpus…]; targets:\n", stderr);
  for (const auto& target : resumax::fuzz::targets())
    std::fprintf(stderr, "  %.*s\n", static_cast<int>(target.name.size()), target.name.data());
  std::exit(2);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    chosen->run(bytes);
  } catch (const resumax::fuzz::Broken& broken) {
    std::fprintf(stderr, "broken invariant: %s\n", broken.what());
    std::abort();
  }
  return 0;
}
