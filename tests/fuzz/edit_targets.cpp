#include <tests/fuzz/checks.hpp>

#include <resumax/config/config.hpp>
#include <resumax/config/settings.hpp>
#include <resumax/config/toml_file.hpp>
#include <resumax/core/fields.hpp>
#include <resumax/core/resume_json.hpp>
#include <resumax/diff/apply.hpp>
#include <resumax/diff/diff.hpp>
#include <resumax/document/document.hpp>
#include <resumax/guard/guard.hpp>
#include <resumax/match/taxonomy.hpp>
#include <resumax/parse/parse.hpp>
#include <resumax/text/unicode.hpp>
#include <tests/support/files.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <deque>

namespace resumax::fuzz {

namespace {

std::optional<Resume> resume_of(std::string_view bytes) {
  try {
    return parse::parse_resume(document::from_text(bytes, document::Format::markdown)).resume;
  } catch (const Error&) {
    return std::nullopt;
  }
}

std::string side(const std::vector<diff::WordPiece>& pieces, diff::Op other) {
  std::string out;
  for (const auto& piece : pieces)
    if (piece.op != other) out += piece.value;
  return out;
}

/// The texts of one side of a diff, sorted: sections may stand in another order.
std::vector<std::string> lines_of(const diff::ResumeDiff& diff, diff::Op other) {
  std::vector<std::string> out;
  for (const auto& section : diff.sections)
    for (const auto& line : section.lines)
      if (line.op != other) out.push_back(line.text);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

void run_words_diff(std::string_view bytes) {
  const auto [left, right] = two_parts(bytes);
  const std::string before = text::to_utf8(left), after = text::to_utf8(right);
  const auto pieces = diff::diff_words(before, after);
  require(side(pieces, diff::Op::add) == before, "the pieces do not give the old line");
  require(side(pieces, diff::Op::remove) == after, "the pieces do not give the new line");
  for (const auto& piece : pieces) require_utf8(piece.value, "piece");
}

void run_resume_diff(std::string_view bytes) {
  const auto [left, right] = two_parts(bytes);
  const auto before = resume_of(left), after = resume_of(right);
  if (!before || !after) return;
  const auto forward = diff::diff(*before, *after), backward = diff::diff(*after, *before);
  require(lines_of(forward, diff::Op::add) == lines_of(backward, diff::Op::remove), "old lines differ by direction");
  require(lines_of(forward, diff::Op::remove) == lines_of(backward, diff::Op::add), "new lines differ by direction");
  require(!diff::diff(*before, *before).changed(), "a resume differs from itself");
  int added = 0, removed = 0;
  for (const auto& section : forward.sections)
    for (const auto& line : section.lines) {
      added += line.op == diff::Op::add;
      removed += line.op == diff::Op::remove;
      if (line.words.empty()) continue;
      const auto other = line.op == diff::Op::remove ? diff::Op::add : diff::Op::remove;
      require(side(line.words, other) == line.text, "the words do not give the line");
    }
  require(added == forward.added && removed == forward.removed, "the counts are wrong");
}

/// The input's second part is the new text of some of the first part's fields.
void run_apply(std::string_view bytes) {
  const auto [left, right] = two_parts(bytes);
  const auto resume = resume_of(left);
  if (!resume) return;
  const guard::Guard guard(*resume, match::Taxonomy::builtin());
  for (const auto& [path, verdict] : guard.check_all(*resume)) throw Broken("the guard refuses the source: " + path);
  const std::string proposed = text::to_utf8(right);
  std::deque<Suggestion> suggestions;
  std::vector<diff::Pick> picks;
  for (const ConstField& field : fields(*resume)) {
    if (field.kind == FieldKind::start_date || field.kind == FieldKind::end_date) continue;
    guard.check(field.path, proposed);
    require(guard.check(field.path, field.text->value).accepted, "the guard refuses an unchanged line: " + field.path);
    if (suggestions.size() % 3 == 2 || picks.size() > 8) continue;
    Suggestion suggestion;
    suggestion.id = static_cast<int>(suggestions.size()) + 1;
    suggestion.target = field.path;
    suggestion.original = field.text->value;
    suggestion.proposed = proposed;
    suggestions.push_back(suggestion);
    picks.push_back({&suggestions.back(), proposed});
  }
  require(to_json(diff::apply(*resume, {})) == to_json(*resume), "no pick changes the resume");
  const auto applied = to_json(diff::apply(*resume, picks));
  std::reverse(picks.begin(), picks.end());
  require(to_json(diff::apply(*resume, picks)) == applied, "the order of the picks matters");
}

/// The first part is a TOML file; the second a value set in it.
void run_config(std::string_view bytes) {
  const auto [left, right] = two_parts(bytes);
  const std::string file(left), value = text::to_utf8(right);
  config::parse_integer(value);
  config::parse_size(value);
  const auto read = run_or_refuse({Errc::invalid_input}, [&] { return config::read_toml(file, "config.toml"); });
  if (!read) return;
  for (const auto& entry : *read) require(entry.line >= 1 && entry.column >= 1, "a value without a place");
  const test::TemporaryFolder folder;
  const auto path = folder.path() / "config.toml";
  test::write_file(path, file);
  const auto load = [&] {
    config::Sources sources;
    sources.user_file = path;
    return config::Config(sources);
  };
  run_or_refuse({Errc::invalid_input}, [&] { return load(); });
  for (const auto& setting : config::settings()) {
    const bool taken = run_or_refuse({Errc::invalid_input}, [&] {
                         config::set_in_file(path, setting.key, value);
                         return true;
                       }).has_value();
    if (!taken) continue;
    const auto loaded = run_or_refuse({Errc::invalid_input}, load);
    if (loaded) require(loaded->at(setting.key).text == value, std::string(setting.key) + " is not what was set");
    break;
  }
}

}  // namespace resumax::fuzz
