#pragma once

#include <resumax/store/database.hpp>

#include <span>
#include <string_view>

namespace resumax::store {

/// One step of the schema. A released step never changes: its checksum is kept with every database it was applied to.
struct Migration {
  int version;  ///< from 1, without holes
  std::string_view name;
  std::string_view sql;
};

/// The schema's steps in order (migrations/NNNN_name.sql, embedded).
std::span<const Migration> migrations();

/// Brings a database to the last step in one transaction; does nothing, and writes nothing, where it is there already.
/// Throws storage_error, with the database as it was, for a database of another program, one from a newer resumax, and
/// one whose applied steps are not the ones known here.
void migrate(Database& database, std::span<const Migration> steps = migrations());

/// The owner of every row in a local workspace.
inline constexpr std::string_view local_user = "00000000-0000-4000-8000-000000000001";

}  // namespace resumax::store
