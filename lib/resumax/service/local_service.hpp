#pragma once

#include <resumax/core/ports.hpp>
#include <resumax/service/service.hpp>

#include <filesystem>
#include <functional>
#include <memory>

namespace resumax::service {

struct Limits {
  std::uint64_t resume_bytes = 5u << 20;
  std::uint64_t posting_bytes = 10u << 20;
};

/// What a LocalService works with; references outlive it. `model` null: offline rules.
struct Dependencies {
  Extractor& extractor;
  Clock& clock;
  Ids& ids;
  Progress& progress;
  Model* model = nullptr;
  Limits limits;
  /// The skills to go by, asked when they are needed; without it, the built-in ones and those of the workspace.
  std::function<const match::Taxonomy&()> taxonomy = {};
};

/// The verbs over a workspace folder's database (made with its folder when `create`). Opening throws storage_error for
/// a folder that cannot be read or written or a database from a newer resumax, conflict when it stays locked.
/// An empty path is a private workspace in memory: nothing is left behind.
std::unique_ptr<Service> open_local_service(const std::filesystem::path& folder, bool create,
                                            Dependencies dependencies);

}  // namespace resumax::service
