#include <resumax/service/workspace.hpp>

#include <resumax/core/error.hpp>
#include <resumax/store/migrations.hpp>
#include <resumax/store/sha256.hpp>

#include <nlohmann/json.hpp>

#include <system_error>

namespace resumax::service {

namespace fs = std::filesystem;

namespace {

fs::path database_file(const fs::path& folder, bool create) {
  if (folder.empty()) return {};
  std::error_code error;
  if (create && fs::create_directories(folder, error)) {
    fs::permissions(folder, fs::perms::owner_all, error);  // resumes are personal
  } else if (create && error) {
    throw Error(Errc::storage_error, "cannot make the workspace folder " + folder.string() + ": " + error.message(),
                "choose another with --workspace");
  }
  return folder / "resumax.db";
}

}  // namespace

std::string handle_of(ObjectKind kind, std::int64_t number) {
  return "rjov"[static_cast<std::size_t>(kind)] + std::to_string(number);
}

std::int64_t number_of(const Identity& identity) { return std::stoll(identity.handle.substr(1)); }

std::string_view describe(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::resume:
      return "resume";
    case ObjectKind::job_description:
      return "job description";
    case ObjectKind::optimization:
      return "optimization";
    case ObjectKind::version:
      return "version";
  }
  return "object";
}

void throw_damaged_record(const std::string& why) {
  throw Error(Errc::storage_error, "the workspace holds a damaged record (" + why + ")",
              "restore its database from a backup");
}

nlohmann::json stored_json(const std::string& text) {
  auto json = nlohmann::json::parse(text, nullptr, false);
  if (json.is_discarded()) throw_damaged_record("no JSON");
  return json;
}

std::string storable(const nlohmann::json& json) {
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Workspace::Workspace(const fs::path& folder, bool create, Clock& clock, Ids& ids)
    : clock_(clock),
      ids_(ids),
      database_(database_file(folder, create),
                create ? store::Database::Mode::create : store::Database::Mode::existing) {
  store::migrate(database_);
}

std::string_view Workspace::user() const { return store::local_user; }

Identity Workspace::issue(ObjectKind kind) {
  auto row = database_.query(
      "INSERT INTO handles (user_id, kind, last) VALUES (?, ?, 1) "
      "ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last",
      user(), handle_of(kind, 0).substr(0, 1));
  row.step();
  return {new_id(), handle_of(kind, row.integer())};
}

std::string Workspace::keep(std::string_view bytes) {
  std::string key = store::sha256(bytes);
  database_.run("INSERT INTO blobs (sha256, size, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", key,
                std::uint64_t{bytes.size()}, store::Blob{bytes});
  return key;
}

std::string Workspace::content(const std::string& sha256) {
  auto row = database_.query("SELECT bytes FROM blobs WHERE sha256 = ?", sha256);
  if (!row.step())
    throw Error(Errc::storage_error, "the workspace lacks a content it refers to",
                "restore its database from a backup");
  return row.text();
}

void Workspace::log(Time at, const Identity& identity, std::string_view action, const std::string& subject) {
  database_.run(
      "INSERT INTO audit_log (user_id, at, object_kind, object_id, number, action, subject) "
      "VALUES (?, ?, ?, ?, ?, ?, ?)",
      user(), at, identity.handle.substr(0, 1), identity.id, number_of(identity), action, subject);
}

}  // namespace resumax::service
