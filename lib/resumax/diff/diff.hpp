#pragma once

#include <resumax/core/outline.hpp>
#include <resumax/core/resume.hpp>
#include <resumax/core/suggestion.hpp>

#include <string>
#include <vector>

namespace resumax::diff {

enum class Op { keep, remove, add };

template <class T>
struct Piece {
  Op op;
  T value;
};
using WordPiece = Piece<std::string>;

/// A line of a diff. A changed line is a `remove` followed by its `add`; `words` of both say which parts differ
/// (joined, the pieces that are not of the other side give the line back exactly).
struct Line {
  Op op = Op::keep;
  std::string text;
  std::vector<WordPiece> words;  ///< empty where the whole line is of one op
  std::string path;              ///< JSON Pointer of its first text
  OutlineKind kind = OutlineKind::paragraph;
};

struct SectionDiff {
  std::string heading;
  SectionKind kind = SectionKind::other;
  std::vector<Line> lines;  ///< all of them, kept ones too
  int added = 0, removed = 0;
  bool changed() const { return added + removed > 0; }
};

struct ResumeDiff {
  std::vector<SectionDiff> sections;  ///< those of either side, in the new one's order
  int added = 0, removed = 0;
  bool changed() const { return added + removed > 0; }
};

/// Differences between two resumes, section by section, over their outlines.
ResumeDiff diff(const Resume& before, const Resume& after);

/// Word-level differences of two lines; blanks belong to the word before them.
std::vector<WordPiece> diff_words(std::string_view before, std::string_view after);

}  // namespace resumax::diff
