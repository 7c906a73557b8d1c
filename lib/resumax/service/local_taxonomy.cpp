#include <resumax/core/error.hpp>
#include <resumax/match/skills_merge.hpp>
#include <resumax/match/taxonomy.hpp>
#include <resumax/service/local.hpp>
#include <resumax/store/sha256.hpp>

#include <algorithm>

namespace resumax::service {

namespace {

constexpr std::size_t fingerprint_length = 12;

/// A source with its skills, not yet kept or read back.
struct Loaded {
  SkillsSource source;
  std::string rows;
  std::vector<match::FoundSkill> skills;
};

Loaded load(const SkillsInput& input) {
  auto file = match::read_skills_file(input.bytes);
  Loaded out;
  out.source.name = input.filename.empty() ? "standard input" : input.filename;
  out.source.format = file.format;
  out.source.sha256 = store::sha256(input.bytes);
  out.source.size = input.bytes.size();
  out.rows = match::to_rows(file.skills);
  out.skills = std::move(file.skills);
  return out;
}

match::MergedSkills merge(const std::vector<Loaded>& all) {
  std::vector<std::vector<match::FoundSkill>> sources;
  for (const auto& one : all) sources.push_back(one.skills);
  return match::merge_skills(match::Taxonomy::builtin(), sources);
}

void count(SkillsSource& source, const match::MergeReport& report) {
  source.added = report.added;
  source.joined = report.joined;
  source.labels = report.labels;
}

std::vector<Loaded> stored(Workspace& workspace) {
  auto row = workspace.database().query(
      "SELECT rows, name, format, sha256, size, added, joined, labels, created_at FROM taxonomy_sources "
      "WHERE user_id = ? ORDER BY number",
      workspace.user());
  return from_store([&] {
    std::vector<Loaded> out;
    while (row.step()) {
      Loaded& one = out.emplace_back();
      one.rows = row.text();
      one.skills = match::from_rows(one.rows);
      one.source.name = row.text();
      one.source.format = parse_name<match::SkillsFormat>(row.text());
      one.source.sha256 = row.text();
      one.source.size = static_cast<std::uint64_t>(row.integer());
      one.source.added = static_cast<std::size_t>(row.integer());
      one.source.joined = static_cast<std::size_t>(row.integer());
      one.source.labels = static_cast<std::size_t>(row.integer());
      one.source.created_at = row.integer();
    }
    return out;
  });
}

/// A hash over what the merged skills are made from; "" where there is no source.
std::string made_from(Workspace& workspace) {
  auto row = workspace.database().query("SELECT rows_sha256 FROM taxonomy_sources WHERE user_id = ? ORDER BY number",
                                        workspace.user());
  std::string sources;
  while (row.step()) sources += "\n" + row.text();
  if (sources.empty()) return {};
  return store::sha256(match::Taxonomy::builtin().fingerprint() + "\n" + std::string(match::merge_version) + sources);
}

void keep_image(Workspace& workspace, const std::string& key, const std::string& image) {
  workspace.database().run(
      "INSERT INTO taxonomy_images (user_id, made_from, image) VALUES (?, ?, ?) "
      "ON CONFLICT DO UPDATE SET made_from = excluded.made_from, image = excluded.image",
      workspace.user(), key, store::Blob{image});
}

/// Keeps an image that was made again, so that the next start need not. It can be made at any time: where it cannot be
/// written now, that is no failure.
void try_keep_image(Workspace& workspace, const std::string& key, const std::string& image) {
  if (workspace.database().read_only() || workspace.database().in_transaction()) return;
  try {
    store::Transaction transaction(workspace.database());
    if (made_from(workspace) == key) keep_image(workspace, key, image);
    transaction.commit();
  } catch (const Error&) {
  }
}

/// The kept image, or null where there is none of these sources or it cannot be used.
std::unique_ptr<match::Taxonomy> kept_image(Workspace& workspace, const std::string& key) {
  auto row = workspace.database().query("SELECT image FROM taxonomy_images WHERE user_id = ? AND made_from = ?",
                                        workspace.user(), key);
  if (!row.step()) return nullptr;
  try {
    return std::make_unique<match::Taxonomy>(row.text(), key.substr(0, fingerprint_length));
  } catch (const Error&) {
    return nullptr;
  }
}

std::size_t find_source(const std::vector<Loaded>& all, const std::string& reference) {
  const auto named =
      std::find_if(all.begin(), all.end(), [&](const Loaded& one) { return one.source.name == reference; });
  if (named != all.end()) return static_cast<std::size_t>(named - all.begin());
  throw Error(Errc::not_found, "no skills were imported from '" + reference + "'",
              "resumax taxonomy list names the files");
}

}  // namespace

const match::Taxonomy& LocalService::skills() {
  if (dependencies_.taxonomy) return dependencies_.taxonomy();
  const auto key = made_from(workspace_);
  if (key.empty()) return match::Taxonomy::builtin();
  if (!imported_ || imported_->fingerprint() != key.substr(0, fingerprint_length)) {
    auto taxonomy = kept_image(workspace_, key);
    if (!taxonomy) {
      auto image = merge(stored(workspace_)).image;
      try_keep_image(workspace_, key, image);
      taxonomy = std::make_unique<match::Taxonomy>(std::move(image), key.substr(0, fingerprint_length));
    }
    imported_ = std::move(taxonomy);
  }
  return *imported_;
}

std::vector<SkillsSource> LocalService::list_skills_sources() {
  std::vector<SkillsSource> out;
  for (auto& one : stored(workspace_)) out.push_back(std::move(one.source));
  return out;
}

std::vector<SkillsImport> LocalService::import_skills(const std::vector<SkillsInput>& inputs, bool dry_run) {
  std::vector<Loaded> fresh;
  for (const auto& input : inputs) fresh.push_back(load(input));

  store::Transaction transaction(database_);
  auto all = stored(workspace_);
  std::vector<std::pair<std::size_t, bool>> places;  // of each input among all, and whether it was there
  for (auto& one : fresh) {
    const auto same = std::find_if(all.begin(), all.end(), [&](const Loaded& other) {
      return other.source.name == one.source.name || other.source.sha256 == one.source.sha256;
    });
    if (same != all.end() && same->source.sha256 != one.source.sha256)
      throw Error(Errc::conflict, "skills were imported from another '" + one.source.name + "' already",
                  "remove those first: resumax taxonomy rm '" + one.source.name + "'");
    places.emplace_back(same - all.begin(), same != all.end());
    if (same == all.end()) all.push_back(std::move(one));
  }
  const auto merged = merge(all);
  std::vector<SkillsImport> out;
  const Time now = workspace_.now();
  for (const auto& [place, existed] : places) {
    auto& one = all[place];
    if (!existed) {
      count(one.source, merged.reports[place]);
      one.source.created_at = now;
      database_.run(
          "INSERT INTO taxonomy_sources (id, user_id, number, name, format, sha256, size, rows_sha256, rows, added, "
          "joined, labels, created_at) VALUES (?, ?, (SELECT coalesce(max(number), 0) + 1 FROM taxonomy_sources), ?, "
          "?, ?, ?, ?, ?, ?, ?, ?, ?)",
          workspace_.new_id(), workspace_.user(), one.source.name, to_string(one.source.format), one.source.sha256,
          one.source.size, store::sha256(one.rows), store::Blob{one.rows}, std::uint64_t{one.source.added},
          std::uint64_t{one.source.joined}, std::uint64_t{one.source.labels}, now);
    }
    out.push_back({one.source, existed, merged.reports[place]});
  }
  if (dry_run) return out;
  keep_image(workspace_, made_from(workspace_), merged.image);
  transaction.commit();
  return out;
}

SkillsSource LocalService::remove_skills(const std::string& source, bool dry_run) {
  store::Transaction transaction(database_);
  auto all = stored(workspace_);
  const auto place = find_source(all, source);
  const auto removed = all[place].source;
  if (dry_run) return removed;
  database_.run("DELETE FROM taxonomy_sources WHERE user_id = ? AND name = ?", workspace_.user(), removed.name);
  all.erase(all.begin() + static_cast<std::ptrdiff_t>(place));
  if (all.empty())
    database_.run("DELETE FROM taxonomy_images WHERE user_id = ?", workspace_.user());
  else
    keep_image(workspace_, made_from(workspace_), merge(all).image);
  transaction.commit();
  return removed;
}

}  // namespace resumax::service
