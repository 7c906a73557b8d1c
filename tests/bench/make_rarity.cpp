// Makes lib/resumax/match/rarity/LANGUAGE.txt from tables of document frequencies.
//
//   make_rarity LANGUAGE POSTINGS.tsv [RESUMES.tsv] > lib/resumax/match/rarity/LANGUAGE.txt
//
// A table begins with a line "# documents N…" and a line of column names, of which `token`, `df_any`, `srcs` and, where
// there, `df_bal` are read. Tokens are folded and stemmed as the library does it, so that a stem is found as it is
// asked for; the forms of a stem are joined as if they fell independently.
#include <resumax/text/tokens.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

constexpr int least_sources = 2;      // a token of one source only is that source's habit
constexpr double least_share = 5e-4;  // rarer stems all weigh the same; their being known is not worth the room
constexpr std::size_t longest = 24;   // bytes

std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> out;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, '\t');) out.push_back(cell);
  return out;
}

/// Stem -> share of documents that have it.
std::map<std::string, double> read(const std::string& file, const std::string& language, int sources) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file);
  std::string line;
  std::getline(in, line);
  const double documents = std::stod(line.substr(line.find("documents") + 10));
  std::getline(in, line);
  const auto names = cells(line);
  const auto column = [&](const std::string& name) {
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
  };
  const auto token = column("token"), srcs = column("srcs");
  const auto count = column("df_bal") < names.size() ? column("df_bal") : column("df_any");
  std::map<std::string, double> without;  // the share that lacks every form
  while (std::getline(in, line)) {
    const auto row = cells(line);
    if (row.size() < names.size() || std::stoi(row[srcs]) < sources) continue;
    const auto folded = resumax::text::fold(row[token]);
    const bool letters = std::all_of(folded.begin(), folded.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    });
    if (!letters || folded.size() < 2) continue;
    const auto stem = resumax::text::stem(folded, language);
    if (stem.size() > longest) continue;
    const double share = std::min(1.0, std::stod(row[count]) / documents);
    without.try_emplace(stem, 1.0).first->second *= 1 - share;
  }
  std::map<std::string, double> out;
  for (const auto& [stem, lacking] : without) out[stem] = 1 - lacking;
  return out;
}

/// ln(1 / share) in tenths as one character from '0'.
char rarity(double share) {
  constexpr double cap = 40;
  return static_cast<char>('0' + std::lround(std::min(cap, 10 * std::log(1 / share))));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3 || argc > 4) {
    std::cerr << "usage: make_rarity LANGUAGE POSTINGS.tsv [RESUMES.tsv]\n";
    return 2;
  }
  const std::string language = argv[1];
  const int sources = language == "ar" || language == "de" ? 1 : least_sources;  // few sources give all of these
  const auto postings = read(argv[2], language, sources);
  std::map<std::string, double> resumes;
  if (argc == 4) resumes = read(argv[3], language, sources);
  std::map<std::string, std::string> rows;
  for (const auto& [stem, share] : postings)
    if (share >= least_share) rows[stem] = rarity(share);
  for (const auto& [stem, share] : resumes) {
    auto& row = rows[stem];
    if (row.empty()) row = ".";
    row += rarity(share);
  }
  for (const auto& [stem, row] : rows) std::cout << stem << '\t' << row << '\n';
}
