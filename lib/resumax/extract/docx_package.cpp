#include <resumax/extract/docx_errors.hpp>
#include <resumax/extract/docx_package.hpp>
#include <resumax/extract/xml.hpp>

#include <algorithm>
#include <new>

namespace resumax::extract {

namespace {

constexpr std::size_t most_part_bytes = std::size_t{32} << 20;

std::string_view parent(std::string_view path) {
  const auto slash = path.find_last_of('/');
  return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

/// A target as seen from a part: "word/document.xml" and "../media/x" make "media/x"; one from the root stands as it
/// is.
std::string resolve(std::string_view part, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  auto folder = parent(part);
  for (; target.starts_with("../"); target.remove_prefix(3)) folder = parent(folder);
  return folder.empty() ? std::string(target) : std::string(folder) + "/" + std::string(target);
}

}  // namespace

bool Package::load(std::string_view part, pugi::xml_document& out) {
  const auto xml = archive_.read(part, std::min(most_part_bytes, bytes_left_));
  if (!xml) return false;
  bytes_left_ -= xml->size();
  const auto result = out.load_buffer(xml->data(), xml->size(), pugi::parse_default | pugi::parse_ws_pcdata);
  if (result.status == pugi::status_out_of_memory) throw std::bad_alloc();
  if (!result) fail_docx(std::string(part) + ": " + result.description());
  return true;
}

Relationships Package::relationships(std::string_view part) {
  const auto folder = parent(part);
  const auto name = folder.empty() ? part : part.substr(folder.size() + 1);
  const auto file = std::string(folder) + (folder.empty() ? "" : "/") + "_rels/" + std::string(name) + ".rels";
  Relationships out;
  pugi::xml_document xml;
  if (!load(file, xml)) return out;
  for (const auto node : child(xml, "Relationships").children()) {
    if (local_name(node) != "Relationship") continue;
    Relationship entry;
    const auto type = attribute(node, "Type");
    entry.type = type.substr(type.find_last_of('/') + 1);
    entry.external = attribute(node, "TargetMode") == "External";
    const auto target = attribute(node, "Target");
    entry.target = entry.external ? std::string(target) : resolve(part, target);
    out.emplace(attribute(node, "Id"), std::move(entry));
  }
  return out;
}

}  // namespace resumax::extract
