#include <resumax/parse/lists.hpp>

#include <resumax/parse/contact.hpp>
#include <resumax/parse/split.hpp>

#include <algorithm>
#include <array>
#include <iterator>

namespace resumax::parse {
namespace {

/// A name and under it who gave it and when, over and over.
bool takes_turns(const Source& source, const std::vector<std::size_t>& lines) {
  if (lines.size() < 2 || lines.size() % 2 != 0) return false;
  for (std::size_t n = 0; n < lines.size(); ++n)
    if (head_dates(source.line(lines[n])).empty() != (n % 2 == 0)) return false;
  return true;
}

/// Whether each line of a section is an item of its own.
bool line_by_line(const Source& source, const std::vector<std::size_t>& lines) {
  std::size_t bullets = 0, dated = 0, bare = 0, prose = 0;
  bool one_look = true;
  for (std::size_t i : lines) {
    const Line& line = source.line(i);
    if (line.bullet) ++bullets;
    if (is_prose(line)) ++prose;
    if (const auto dates = head_dates(line); !dates.empty()) {
      ++dated;
      if ((dates.front().end - dates.front().begin) * 10 > line.text.size() * 7) ++bare;
    }
    if (!same_look(line.look, source.line(lines.front()).look)) one_look = false;
  }
  if (bullets * 10 >= lines.size() * 8) return true;
  if (dated == lines.size()) return true;
  if (takes_turns(source, lines)) return false;
  return one_look && (dated == 0 || (bare == 0 && prose == 0));
}

/// Above zero for who gives certificates, below for what they are called.
int issuer_cue(std::string_view text) {
  const Vocabulary& words = Vocabulary::get();
  return 3 * std::min(words.count(Topic::issuer, text), 1) + words.count(Topic::institution, text) +
         words.count(Topic::company, text) - 2 * words.count(Topic::certificate, text) -
         words.count(Topic::position, text) - words.count(Topic::degree, text);
}

enum class JointKind : std::uint8_t { word, dash, comma, bracket, colon, count };
constexpr std::size_t kinds = static_cast<std::size_t>(JointKind::count);

struct Joint {
  Piece left, right;
  JointKind kind = JointKind::comma;
  int left_cue = 0, right_cue = 0;
};

bool is_acronym(std::string_view text) {
  return text.size() <= 8 &&
         std::none_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == ' '; });
}

std::vector<Joint> joints(const Source& source, const Piece& piece) {
  std::vector<Joint> out;
  const std::string_view text = source.view(piece);
  const auto add = [&](std::size_t at, std::size_t length, JointKind kind) {
    Joint joint;
    joint.left = source.clean({piece.line, piece.begin, piece.begin + static_cast<std::uint32_t>(at)});
    joint.right = source.clean({piece.line, piece.begin + static_cast<std::uint32_t>(at + length), piece.end});
    if (joint.left.empty() || joint.right.empty()) return;
    joint.kind = kind;
    joint.left_cue = issuer_cue(source.view(joint.left));
    joint.right_cue = issuer_cue(source.view(joint.right));
    out.push_back(joint);
  };
  struct Sign {
    std::string_view text;
    JointKind kind;
  };
  static constexpr std::array<Sign, 14> signs{{{" – ", JointKind::dash},
                                               {" — ", JointKind::dash},
                                               {" - ", JointKind::dash},
                                               {", ", JointKind::comma},
                                               {"، ", JointKind::comma},
                                               {": ", JointKind::colon},
                                               {" at ", JointKind::word},
                                               {" by ", JointKind::word},
                                               {" from ", JointKind::word},
                                               {" bei ", JointKind::word},
                                               {" par ", JointKind::word},
                                               {" por ", JointKind::word},
                                               {" presso ", JointKind::word},
                                               {" من ", JointKind::word}}};
  for (const auto& [sign, kind] : signs)
    for (std::size_t at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + 1))
      add(at, sign.size(), kind);
  const std::size_t bracket = text.rfind(" (");
  if (bracket != std::string_view::npos && text.ends_with(')')) add(bracket, 1, JointKind::bracket);
  return out;
}

/// Tells names from issuers in heads that say both in one run, by their words and by what the section's items share.
class Namer {
 public:
  Namer(const Source& source, const std::vector<Entry>& entries) : source_(source) {
    std::array<std::size_t, kinds> having{};
    std::array<int, kinds> balance{};
    std::size_t alone = 0;
    int parts = 0;
    for (const Entry& entry : entries) {
      if (entry.parts.size() >= 2) parts += cue(entry.parts[0]) - cue(entry.parts[1]);
      if (entry.parts.size() != 1) continue;
      ++alone;
      std::array<bool, kinds> seen{};
      for (const Joint& joint : joints(source, entry.parts.front().piece)) {
        const auto kind = static_cast<std::size_t>(joint.kind);
        balance[kind] += std::clamp(joint.left_cue - joint.right_cue, -3, 3);
        having[kind] += seen[kind] ? 0U : 1U;
        seen[kind] = true;
      }
    }
    for (std::size_t kind = 0; kind < kinds; ++kind) {
      shared_[kind] = having[kind] >= 2 && having[kind] == alone;
      issuer_first_[kind] = balance[kind] > 0;
    }
    issuer_leads_ = parts >= 3;  // names come first where words tell little
  }

  /// The pieces of an entry, its name first.
  std::vector<Piece> pieces(const Entry& entry) const {
    std::vector<Piece> out;
    bool said = false;  // "issued by" stands before the issuer
    for (const Part& part : entry.parts) {
      const Piece piece = without_label(part.piece);
      said = said || piece.begin != part.piece.begin || piece.empty();
      if (!piece.empty()) out.push_back(piece);
    }
    if (out.size() == 1) return cut(out.front());
    if (said || out.empty()) return out;
    const int first = issuer_cue(source_.view(out[0])), second = issuer_cue(source_.view(out[1]));
    if (issuer_leads_ ? first >= second : first - second >= 5) std::swap(out[0], out[1]);
    return out;
  }

 private:
  /// "Issued by Acme" is Acme.
  Piece without_label(Piece piece) const {
    const std::string_view text = source_.view(piece);
    const std::size_t words = Vocabulary::get().leading_words(Topic::label_issuer, key_words(text), 0);
    if (words < 2) return piece;
    std::size_t at = 0;
    for (std::size_t n = 0; n < words; ++n) at = std::min(text.find(' ', at), text.size() - 1) + 1;
    piece.begin += static_cast<std::uint32_t>(at);
    return source_.clean(piece);
  }

  int cue(const Part& part) const { return issuer_cue(source_.view(part.piece)); }

  /// How likely one side of a joint is an issuer; below 1 for not at all.
  int likelihood(const Joint& joint, bool left) const {
    const auto kind = static_cast<std::size_t>(joint.kind);
    const std::string_view issuer = source_.view(left ? joint.left : joint.right);
    const int mine = left ? joint.left_cue : joint.right_cue, other = left ? joint.right_cue : joint.left_cue;
    if (left && (joint.kind == JointKind::word || joint.kind == JointKind::bracket)) return 0;
    if (joint.kind == JointKind::colon && Vocabulary::get().count(Topic::certificate, issuer) > 0) return 0;
    const std::size_t longest = joint.kind == JointKind::dash ? 10 : 6;
    if (mine < 0 || word_count(issuer) > (mine > 0 ? 12 : longest)) return 0;
    const bool sided = left == issuer_first_[kind];
    switch (joint.kind) {
      case JointKind::word:
        return mine > 0 ? 4 + mine : 0;
      case JointKind::colon:
        if (!left || (mine < 1 && !(shared_[kind] && sided))) return 0;
        return 2 + mine - other;
      case JointKind::bracket:
        if (mine < 1 && (!shared_[kind] || is_acronym(issuer))) return 0;
        return 3 + mine;
      default:
        if (left && (mine < 2 || mine <= other)) return 0;
        return 2 + 2 * mine - other + (shared_[kind] ? 2 : 0) + (left ? -1 : 0);
    }
  }

  std::vector<Piece> cut(const Piece& piece) const {
    int best = 0;
    std::vector<Piece> out{piece};
    for (const Joint& joint : joints(source_, piece))
      for (const bool left : {false, true})
        if (const int score = likelihood(joint, left); score > best || (score == best && score > 0 && !left)) {
          best = score;
          out = left ? std::vector<Piece>{joint.right, joint.left} : std::vector<Piece>{joint.left, joint.right};
        }
    return out;
  }

  const Source& source_;
  std::array<bool, kinds> shared_{}, issuer_first_{};
  bool issuer_leads_ = false;
};

void fill_record(Source& source, const Entry& entry, Credential& out) {
  for (const LabelledValue& value : entry.labelled) {
    if (value.topic == Topic::label_certificate || value.topic == Topic::label_degree) {
      if (out.name.empty()) out.name = read_value(source, value, 0.95);
    } else if (value.topic == Topic::label_issuer || value.topic == Topic::label_institution ||
               value.topic == Topic::label_company) {
      if (out.issuer.empty()) out.issuer = read_value(source, value, 0.9);
    } else if (value.topic == Topic::label_url && out.url.empty()) {
      out.url = read_value(source, value, 0.9);
    }
  }
}

void fill(Source& source, const Entry& entry, const Namer& namer, Credential& out) {
  fill_record(source, entry, out);
  out.date = entry.dates.end.empty() ? entry.dates.start : entry.dates.end;
  for (const Piece& piece : namer.pieces(entry)) {
    if (out.name.empty())
      out.name = source.take(piece, 0.85);
    else if (out.issuer.empty())
      out.issuer = source.take(piece, 0.85);
    else
      append_text(out.summary, source.take(piece, 0.6));
  }
  if (!out.name.empty() && (out.date.empty() ? issuer_cue(out.issuer.value) > 0 : !out.issuer.empty()) &&
      out.summary.empty() && issuer_cue(out.name.value) <= 0)
    out.name.confidence = std::max(out.name.confidence, 0.93);
  for (const Piece& place : entry.places) append_text(out.summary, source.take(place, 0.6));
  if (!entry.urls.empty()) out.url = source.take(entry.urls.front(), 0.9);
  for (std::size_t i : entry.body) append_text(out.summary, source.take(source.whole(i), 0.75));
}

}  // namespace

std::vector<Credential> read_credentials(Source& source, const std::vector<std::size_t>& lines) {
  std::vector<Entry> entries;
  if (line_by_line(source, lines))
    for (std::size_t i : lines) {
      std::vector<Entry> one = read_entries(source, {i});
      entries.insert(entries.end(), std::make_move_iterator(one.begin()), std::make_move_iterator(one.end()));
    }
  else
    entries = read_entries(source, lines);
  const Namer namer(source, entries);
  std::vector<Credential> out;
  for (Entry& entry : entries) {
    Credential credential;
    if (entry.parts.empty() && entry.labelled.empty() && !entry.body.empty()) {
      credential.name = source.take(source.whole(entry.body.front()), 0.7);
      entry.body.erase(entry.body.begin());
    }
    fill(source, entry, namer, credential);
    if (!credential.name.empty())
      out.push_back(std::move(credential));
    else if (!out.empty() && out.back().date.empty())
      out.back().date = credential.date;
  }
  return out;
}

}  // namespace resumax::parse
