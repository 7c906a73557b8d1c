#include <resumax/store/migrations.hpp>

#include <resumax/core/error.hpp>
#include <resumax/embedded/migration_0001.hpp>
#include <resumax/embedded/migration_0002.hpp>
#include <resumax/embedded/migration_0003.hpp>
#include <resumax/store/sha256.hpp>

#include <array>
#include <string>

namespace resumax::store {
namespace {

/// "rsmx" in SQLite's header: a file of another program is never touched.
constexpr std::int64_t application_id = 0x72736d78;

std::int64_t number(Statement statement) {
  statement.step();
  return statement.integer();
}

/// Whether the database is one of ours; false for an empty one.
bool is_ours(Database& database) {
  const auto id = number(database.query("PRAGMA application_id"));
  if (id == application_id) return true;
  if (id == 0 && number(database.query("SELECT count(*) FROM sqlite_schema")) == 0) return false;
  throw Error(Errc::storage_error, database.name() + " is a database of another program",
              "choose another folder with --workspace");
}

/// How many of the steps are applied, each compared with its checksum.
std::size_t applied_steps(Database& database, std::span<const Migration> steps) {
  std::size_t applied = 0;
  auto row = database.query("SELECT version, name, sha256 FROM schema_migrations ORDER BY version");
  while (row.step()) {
    const auto version = row.integer();
    const std::string name = row.text();
    const std::string checksum = row.text();
    if (applied == steps.size())
      throw Error(Errc::storage_error,
                  database.name() + " was made by a newer resumax (schema " + std::to_string(version) +
                      ", this one knows " + std::to_string(steps.size()) + ")",
                  "update resumax");
    const Migration& step = steps[applied++];
    if (version != step.version || name != step.name || checksum != sha256(step.sql))
      throw Error(Errc::storage_error,
                  database.name() + " has a schema this resumax does not know: step " + std::to_string(version) + " (" +
                      name + ") is not the one it was released with",
                  "use the resumax that made it, or choose another folder with --workspace");
  }
  return applied;
}

}  // namespace

std::span<const Migration> migrations() {
  static const std::array<Migration, 3> steps{{{1, "initial", embedded::migration_0001()},
                                               {2, "refine", embedded::migration_0002()},
                                               {3, "taxonomy", embedded::migration_0003()}}};
  return steps;
}

void migrate(Database& database, std::span<const Migration> steps) {
  if (is_ours(database) && applied_steps(database, steps) == steps.size()) return;

  Transaction transaction(database);
  std::size_t applied = 0;
  if (is_ours(database)) {  // asked again under the lock: another process may have been faster
    applied = applied_steps(database, steps);
  } else {
    database.run_script("PRAGMA application_id = 0x72736d78");
    database.run(
        "CREATE TABLE schema_migrations (version INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL) "
        "STRICT");
  }
  for (const Migration& step : steps.subspan(applied)) {
    database.run_script(step.sql);
    database.run("INSERT INTO schema_migrations (version, name, sha256) VALUES (?, ?, ?)", step.version, step.name,
                 sha256(step.sql));
  }
  transaction.commit();
}

}  // namespace resumax::store
