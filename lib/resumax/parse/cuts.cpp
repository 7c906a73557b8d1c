#include <resumax/parse/cuts.hpp>

#include <resumax/parse/contact.hpp>
#include <resumax/parse/heads.hpp>
#include <resumax/parse/split.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace resumax::parse {
namespace {

enum class JointKind : std::uint8_t { word, dash, slash, comma, bracket, weak_word, count };
constexpr std::size_t kinds = static_cast<std::size_t>(JointKind::count);

struct Joint {
  Piece left, right;
  JointKind kind = JointKind::comma;
  int left_cue = 0, right_cue = 0;

  int contrast() const { return std::abs(left_cue - right_cue); }
  bool opposed() const { return (left_cue > 0 && right_cue < 0) || (left_cue < 0 && right_cue > 0); }
};

struct JointWord {
  std::string_view word;
  JointKind kind;
};
/// Words that stand before an organisation; weak ones stand before much else too.
constexpr std::array<JointWord, 22> joint_words{{
    {" at ", JointKind::word},        {" chez ", JointKind::word},    {" bei ", JointKind::word},
    {" beim ", JointKind::word},      {" presso ", JointKind::word},  {" bij ", JointKind::word},
    {" لدى ", JointKind::word},       {" @ ", JointKind::word},       {" from ", JointKind::word},
    {" – ", JointKind::dash},         {" - ", JointKind::dash},       {" — ", JointKind::dash},
    {" / ", JointKind::slash},        {" en ", JointKind::weak_word}, {" em ", JointKind::weak_word},
    {" na ", JointKind::weak_word},   {" no ", JointKind::weak_word}, {" in ", JointKind::weak_word},
    {" à la ", JointKind::weak_word}, {" في ", JointKind::weak_word}, {" در ", JointKind::weak_word},
    {" for ", JointKind::weak_word},
}};

/// "BSc in Physics", "BSc, Physics", "BSc (Physics)": after a degree with its subject only a school is left to come.
bool says_subject(std::string_view text) {
  static constexpr std::array<std::string_view, 12> signs{" in ", " of ", " en ", " em ", " de ", " für ",
                                                          " im ", " في ", "، ",   ", ",   " (",   " در "};
  return std::any_of(signs.begin(), signs.end(),
                     [&](std::string_view sign) { return text.find(sign) != std::string_view::npos; });
}

class Cutter {
 public:
  Cutter(const Source& source, Cue cue, bool guess) : source_(source), cue_(cue), guess_(guess) {}

  void run(std::vector<Entry>& entries) {
    std::size_t alone = 0;
    std::array<std::size_t, kinds> having{};
    for (const Entry& entry : entries) {
      if (entry.parts.size() != 1) continue;
      ++alone;
      std::array<bool, kinds> seen{};
      for (const Joint& joint : joints(entry.parts.front().piece)) {
        const auto kind = static_cast<std::size_t>(joint.kind);
        if (!same_side(joint)) votes_[kind] += joint.contrast();
        having[kind] += seen[kind] ? 0U : 1U;
        seen[kind] = true;
      }
    }
    for (std::size_t kind = 0; kind < kinds; ++kind) shared_[kind] = having[kind] >= 2 && having[kind] * 5 >= alone * 3;
    for (Entry& entry : entries) open(entry);
  }

 private:
  static bool same_side(const Joint& joint) { return joint.left_cue > 0 && joint.right_cue > 0; }
  bool shared(JointKind kind) const { return shared_[static_cast<std::size_t>(kind)]; }
  int votes(JointKind kind) const { return votes_[static_cast<std::size_t>(kind)]; }

  std::vector<Joint> joints(const Piece& piece) const {
    std::vector<Joint> out;
    const std::string_view text = source_.view(piece);
    const auto add = [&](std::size_t at, std::size_t length, JointKind kind) {
      Joint joint;
      joint.left = source_.clean({piece.line, piece.begin, piece.begin + static_cast<std::uint32_t>(at)});
      joint.right = source_.clean({piece.line, piece.begin + static_cast<std::uint32_t>(at + length), piece.end});
      if (joint.left.empty() || joint.right.empty()) return;
      joint.kind = kind;
      joint.left_cue = cue_(source_.view(joint.left));
      joint.right_cue = cue_(source_.view(joint.right));
      out.push_back(joint);
    };
    for (const auto& [word, kind] : joint_words) {
      if (kind == JointKind::weak_word) {
        if (const std::size_t at = text.rfind(word); at != std::string_view::npos) add(at, word.size(), kind);
        continue;
      }
      for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
        add(at, word.size(), kind);
    }
    const auto parts = split(source_, piece, {", ", "، ", "،"});
    for (std::size_t n = 1; n < parts.size(); ++n)
      if (!is_legal_form(source_.view(parts[n])))
        add(parts[n - 1].end - piece.begin, parts[n].begin - parts[n - 1].end, JointKind::comma);
    const std::size_t bracket = text.rfind(" (");
    if (bracket != std::string_view::npos && text.ends_with(')') && text.find(')', bracket) == text.size() - 1)
      add(bracket, 1, JointKind::bracket);
    return out;
  }

  /// Whether a joint may be where two names meet, by what stands around it and by what other heads do.
  bool holds(const Joint& joint, bool alone) const {
    if (same_side(joint) || (joint.kind == JointKind::word && joint.left_cue < 0)) return false;
    if (!alone && joint.kind == JointKind::bracket) return false;
    if (!alone) return joint.opposed() && joint.contrast() >= 3 && joint.kind != JointKind::weak_word;
    if (joint.kind == JointKind::weak_word)
      return joint.left_cue > 0 && (joint.right_cue < 0 || (guess_ && shared(joint.kind)));
    if (joint.kind == JointKind::bracket) return joint.opposed() || (guess_ && shared(joint.kind));
    if (!guess_ && joint.left_cue >= 0 && joint.right_cue >= 0 && joint.kind != JointKind::word)
      return joint.left_cue > 0 && (joint.kind == JointKind::comma || joint.kind == JointKind::dash) &&
             says_subject(source_.view(joint.left));
    return joint.contrast() > 0 || (guess_ && shared(joint.kind) && votes(joint.kind) > 0);
  }

  int score(const Joint& joint) const {
    return 4 * joint.contrast() + (shared(joint.kind) ? 3 : 0) + (joint.kind == JointKind::word ? 2 : 0) -
           (joint.kind == JointKind::weak_word || joint.kind == JointKind::bracket ? 2 : 0);
  }

  void open(Entry& entry) const {
    const bool alone = entry.parts.size() == 1;
    for (std::size_t p = 0; p < entry.parts.size(); ++p) {
      const Part whole = entry.parts[p];
      const std::vector<Joint> found = joints(whole.piece);
      const Joint* best = nullptr;
      for (const Joint& joint : found) {
        if (!holds(joint, alone)) continue;
        // What stands between the two belongs to the left: "Engineer, Payments, Acme", "State University, Ohio, BSc".
        const bool later = best && score(joint) == score(*best) && (joint.opposed() || !guess_);
        if (!best || score(joint) > score(*best) || later) best = &joint;
      }
      if (!best && alone && guess_)
        for (const Joint& joint : found)
          if (!best && joint.kind != JointKind::weak_word && joint.kind != JointKind::bracket && !same_side(joint))
            best = &joint;
      if (!best) continue;
      const bool named = best->kind == JointKind::word;
      entry.parts[p] = {best->left, whole.look, whole.starts_line, whole.after_joiner};
      entry.parts.insert(entry.parts.begin() + static_cast<std::ptrdiff_t>(p) + 1,
                         Part{best->right, whole.look, false, named});
      return;
    }
  }

  const Source& source_;
  Cue cue_;
  bool guess_;
  std::array<int, kinds> votes_{};
  std::array<bool, kinds> shared_{};
};

}  // namespace

void open_heads(const Source& source, std::vector<Entry>& entries, Cue cue, bool guess) {
  Cutter(source, cue, guess).run(entries);
}

}  // namespace resumax::parse
