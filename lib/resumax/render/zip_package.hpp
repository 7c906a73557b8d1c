#pragma once

#include <string>
#include <vector>

namespace resumax::render {

struct PackagePart {
  std::string name, bytes;
};

/// A ZIP archive of the parts in their order, compressed, the same bytes for the same parts.
std::string zip_package(const std::vector<PackagePart>& parts);

}  // namespace resumax::render
