#pragma once

#include <resumax/core/error.hpp>
#include <resumax/core/ports.hpp>
#include <resumax/service/service.hpp>
#include <resumax/store/database.hpp>

#include <nlohmann/json_fwd.hpp>

#include <exception>
#include <filesystem>
#include <new>
#include <span>
#include <string>
#include <string_view>

namespace resumax::service {

/// An object of the workspace as a reference names it.
struct Found {
  ObjectKind kind;
  Identity identity;
};

/// Bounds for `id BETWEEN ? AND ?`: one object, or all of them.
struct Selection {
  std::string low, high;
  static Selection all() { return {"", "~"}; }
  static Selection only(const std::string& id) { return {id, id}; }
};

std::string handle_of(ObjectKind kind, std::int64_t number);
std::int64_t number_of(const Identity& identity);  ///< 3 for "r3"
std::string_view describe(ObjectKind kind);        ///< "job description"

[[noreturn]] void throw_damaged_record(const std::string& why);
/// Stored JSON; what cannot be read is a damaged workspace (storage_error).
nlohmann::json stored_json(const std::string& text);
/// What `read` makes of stored rows. A record that its decoder does not understand is a damaged workspace too, and not
/// the caller's fault as it would be in a request.
template <class F>
auto from_store(F read) {
  try {
    return read();
  } catch (const Error& error) {
    if (error.code() == Errc::invalid_input) throw_damaged_record(error.what());
    throw;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    throw_damaged_record(error.what());
  }
}
/// Text for storing; bad UTF-8 becomes U+FFFD.
std::string storable(const nlohmann::json& json);

/// What every verb needs of the database: identities, references, contents by their hash and the log.
/// `issue`, `keep` and `log` belong into the verb's transaction.
class Workspace {
 public:
  Workspace(const std::filesystem::path& folder, bool create, Clock& clock, Ids& ids);

  store::Database& database() { return database_; }
  std::string_view user() const;
  Time now() { return clock_.now(); }
  std::string new_id() { return ids_.next(); }

  /// A new object's id and handle.
  Identity issue(ObjectKind kind);
  /// Stores bytes under their hash, once; returns it.
  std::string keep(std::string_view bytes);
  std::string content(const std::string& sha256);
  void log(Time at, const Identity& identity, std::string_view action, const std::string& subject);

  /// The object that a reference means among `kinds`; see Service for what a reference is.
  Found find(std::span<const ObjectKind> kinds, const std::string& reference);
  Identity find(ObjectKind kind, const std::string& reference) { return find(std::span(&kind, 1), reference).identity; }

 private:
  Clock& clock_;
  Ids& ids_;
  store::Database database_;
};

}  // namespace resumax::service
