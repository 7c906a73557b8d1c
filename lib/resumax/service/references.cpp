// How a reference ("r1", a UUID or a part of it, a title, "@") becomes an object.
#include <resumax/core/error.hpp>
#include <resumax/service/workspace.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

namespace resumax::service {
namespace {

using Kinds = std::span<const ObjectKind>;

constexpr std::string_view letters = "rjov";

bool contains(Kinds kinds, ObjectKind kind) { return std::ranges::find(kinds, kind) != kinds.end(); }

std::string describe(Kinds kinds) {
  std::string out;
  for (const auto kind : kinds) out += (out.empty() ? "" : " or ") + std::string(service::describe(kind));
  return out;
}

std::string with_article(std::string_view noun) { return (noun.front() == 'o' ? "an " : "a ") + std::string(noun); }

std::string_view listing_hint(Kinds kinds) {
  if (kinds.size() > 1) return "resumax log lists them";
  switch (kinds.front()) {
    case ObjectKind::resume:
      return "resumax resume list shows them";
    case ObjectKind::job_description:
      return "resumax jd list shows them";
    default:
      return "resumax log lists them";
  }
}

struct Handle {
  ObjectKind kind;
  std::int64_t number;
};

std::optional<Handle> parse_handle(std::string_view reference) {
  if (reference.size() < 2) return std::nullopt;
  const auto letter = letters.find(reference[0]);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(reference.data() + 1, reference.data() + reference.size(), number);
  if (letter == std::string_view::npos || error != std::errc{} || end != reference.data() + reference.size() ||
      reference[1] == '-')
    return std::nullopt;
  return Handle{static_cast<ObjectKind>(letter), number};
}

/// Lower-case hex digits and dashes, at least four of them: a UUID's beginning.
std::optional<std::string> parse_id_prefix(std::string_view reference) {
  if (reference.size() < 4 || reference.size() > 36) return std::nullopt;
  std::string prefix;
  for (const char c : reference) {
    const char lower = c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c;
    if (!(lower >= '0' && lower <= '9') && !(lower >= 'a' && lower <= 'f') && lower != '-') return std::nullopt;
    prefix += lower;
  }
  return prefix;
}

struct Candidate {
  Found found;
  std::string title;
};

Candidate read_candidate(store::Statement& row) {
  Candidate candidate;
  candidate.found.kind = static_cast<ObjectKind>(letters.find(row.text()));
  candidate.found.identity.id = row.text();
  candidate.found.identity.handle = handle_of(candidate.found.kind, row.integer());
  candidate.title = row.text();
  return candidate;
}

std::vector<Candidate> read_candidates(store::Statement row, Kinds kinds) {
  std::vector<Candidate> candidates;
  while (row.step())
    if (auto candidate = read_candidate(row); contains(kinds, candidate.found.kind))
      candidates.push_back(std::move(candidate));
  return candidates;
}

std::vector<Candidate> by_id_prefix(store::Database& database, std::string_view user, Kinds kinds,
                                    const std::string& prefix) {
  return read_candidates(
      database.query("SELECT kind, id, number, title FROM objects WHERE user_id = ? AND deleted_at IS NULL "
                     "AND id BETWEEN ? AND ?",
                     user, prefix, prefix + "~"),
      kinds);
}

/// Those with this title; else, where there are none, those whose title holds it.
std::vector<Candidate> by_title(store::Database& database, std::string_view user, Kinds kinds,
                                std::string_view reference) {
  const std::string wanted = text::fold(text::squeeze(reference));
  if (wanted.empty()) return {};
  std::vector<Candidate> same, holding;
  for (auto& candidate : read_candidates(
           database.query(
               "SELECT kind, id, number, title FROM objects WHERE user_id = ? AND deleted_at IS NULL AND title <> ''",
               user),
           kinds)) {
    const std::string title = text::fold(candidate.title);
    if (title == wanted) {
      same.push_back(std::move(candidate));
    } else if (title.find(wanted) != std::string::npos) {
      holding.push_back(std::move(candidate));
    }
  }
  return same.empty() ? holding : same;
}

/// The last one of its kind; of several kinds, the younger one, and made at one moment, the one that stems from the
/// others.
std::optional<Found> find_latest(store::Database& database, std::string_view user, Kinds kinds) {
  std::optional<Found> latest;
  Time latest_at = 0;
  auto row = database.query(
      "SELECT kind, id, max(number), '', created_at FROM objects WHERE user_id = ? AND deleted_at IS NULL GROUP BY "
      "kind",
      user);
  while (row.step()) {
    const auto found = read_candidate(row).found;
    const Time at = row.integer();
    if (!contains(kinds, found.kind)) continue;
    if (!latest || at > latest_at || (at == latest_at && found.kind > latest->kind)) latest = found, latest_at = at;
  }
  return latest;
}

[[noreturn]] void throw_ambiguous(const std::string& reference, const std::vector<Candidate>& candidates) {
  std::string names;
  for (const auto& candidate : candidates) {
    if (names.size() > 200) {
      names += ", …";
      break;
    }
    names += (names.empty() ? "" : ", ") + candidate.found.identity.handle;
    if (!candidate.title.empty()) names += " (" + candidate.title + ")";
  }
  throw Error(Errc::invalid_input, "'" + reference + "' could be any of " + names, "use the handle");
}

}  // namespace

Found Workspace::find(Kinds kinds, const std::string& reference) {
  if (reference == "@") {
    if (auto latest = find_latest(database_, user(), kinds)) return *latest;
    throw Error(Errc::not_found, "there is no " + describe(kinds) + " yet");
  }
  if (const auto handle = parse_handle(reference)) {
    auto row =
        database_.query("SELECT id, deleted_at IS NOT NULL FROM objects WHERE user_id = ? AND kind = ? AND number = ?",
                        user(), letters.substr(static_cast<std::size_t>(handle->kind), 1), handle->number);
    const bool known = row.step();
    const std::string id = known ? row.text() : std::string();
    if (known && row.integer() != 0)
      throw Error(Errc::not_found, reference + " was removed", std::string(listing_hint(kinds)));
    if (known && contains(kinds, handle->kind)) return {handle->kind, {id, handle_of(handle->kind, handle->number)}};
    if (known)
      throw Error(Errc::invalid_input,
                  reference + " is " + with_article(service::describe(handle->kind)) + "; this needs " +
                      with_article(describe(kinds)),
                  std::string(listing_hint(kinds)));
  }

  std::vector<Candidate> candidates;
  if (const auto prefix = parse_id_prefix(reference)) {
    candidates = by_id_prefix(database_, user(), kinds, *prefix);
    if (prefix->size() == 36 && !candidates.empty()) return candidates.front().found;
  }
  // A title may look like the beginning of a UUID ("cafe"): both count.
  for (auto& candidate : by_title(database_, user(), kinds, reference))
    if (std::ranges::none_of(candidates,
                             [&](const Candidate& c) { return c.found.identity.id == candidate.found.identity.id; }))
      candidates.push_back(std::move(candidate));
  if (candidates.size() == 1) return candidates.front().found;
  if (candidates.size() > 1) throw_ambiguous(reference, candidates);
  throw Error(Errc::not_found, "no " + describe(kinds) + " '" + reference + "'", std::string(listing_hint(kinds)));
}

}  // namespace resumax::service
