// make_taxonomy IMAGE HASH FILE…: the skills data as the block of bytes that resumax embeds, and the data's sha256.
// Runs while resumax is built.
#include <resumax/match/taxonomy_image.hpp>
#include <resumax/store/sha256.hpp>

#include <fstream>
#include <iostream>
#include <iterator>

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  std::string tsv;
  for (int i = 3; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    tsv.append(std::istreambuf_iterator<char>(in), {});
    if (!in || tsv.empty() || tsv.back() != '\n') {
      std::cerr << argv[i] << ": cannot be read, or its last line has no end\n";
      return 1;
    }
  }
  const auto data = resumax::match::read_taxonomy(tsv);
  for (const auto& problem : data.problems)
    std::cerr << "skills, line " << problem.line << ": " << problem.message << "\n";
  if (!data.problems.empty()) return 1;
  std::ofstream out(argv[1], std::ios::binary);
  out << resumax::match::make_image(data);
  std::ofstream hash(argv[2], std::ios::binary);
  hash << resumax::store::sha256(tsv);
  return out.flush() && hash.flush() ? 0 : 1;
}
