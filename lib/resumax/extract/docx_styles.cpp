#include <resumax/extract/docx_styles.hpp>
#include <resumax/extract/xml.hpp>

namespace resumax::extract {

namespace {

constexpr int deepest_style = 20;

bool is_on(const pugi::xml_node& node) {
  const auto value = attribute(node, "val");
  return value != "0" && value != "false" && value != "off" && value != "none";
}

std::optional<float> half_points(const pugi::xml_node& node) {
  const auto value = read_int(attribute(node, "val"));
  if (!value || *value <= 0 || *value > 4000) return std::nullopt;
  return static_cast<float>(*value) / 2;
}

template <class T>
void take(std::optional<T>& mine, const std::optional<T>& base) {
  if (!mine) mine = base;
}

}  // namespace

void RunFormat::inherit(const RunFormat& base) {
  take(bold, base.bold);
  take(italic, base.italic);
  take(hidden, base.hidden);
  take(complex_bold, base.complex_bold);
  take(complex_italic, base.complex_italic);
  take(size, base.size);
  take(complex_size, base.complex_size);
  take(right_to_left, base.right_to_left);
}

void ParagraphFormat::inherit(const ParagraphFormat& base) {
  take(outline_level, base.outline_level);
  // A list and its level belong together: a paragraph that names its own list starts at that list's first level.
  if (!list) take(list_level, base.list_level);
  take(list, base.list);
  take(right_to_left, base.right_to_left);
  run.inherit(base.run);
}

RunFormat read_run_format(const pugi::xml_node& properties) {
  RunFormat format;
  for (const auto node : properties.children()) {
    const auto name = local_name(node);
    if (name == "b")
      format.bold = is_on(node);
    else if (name == "i")
      format.italic = is_on(node);
    else if (name == "bCs")
      format.complex_bold = is_on(node);
    else if (name == "iCs")
      format.complex_italic = is_on(node);
    else if (name == "sz")
      format.size = half_points(node);
    else if (name == "szCs")
      format.complex_size = half_points(node);
    else if (name == "rtl")
      format.right_to_left = is_on(node);
    else if (name == "vanish")
      format.hidden = is_on(node);
  }
  return format;
}

ParagraphFormat read_paragraph_format(const pugi::xml_node& properties) {
  ParagraphFormat format;
  for (const auto node : properties.children()) {
    const auto name = local_name(node);
    if (name == "outlineLvl")
      format.outline_level = read_int(attribute(node, "val"));
    else if (name == "bidi")
      format.right_to_left = is_on(node);
    else if (name == "numPr") {
      if (const auto id = child(node, "numId")) format.list = std::string(attribute(id, "val"));
      format.list_level = read_int(attribute(child(node, "ilvl"), "val"));
    }
  }
  return format;
}

void Styles::read_styles(const pugi::xml_document& xml) {
  const auto root = child(xml, "styles");
  defaults_ = read_run_format(child(child(child(root, "docDefaults"), "rPrDefault"), "rPr"));
  for (const auto node : root.children()) {
    if (local_name(node) != "style") continue;
    Style style;
    style.name = attribute(child(node, "name"), "val");
    style.based_on = attribute(child(node, "basedOn"), "val");
    style.format = read_paragraph_format(child(node, "pPr"));
    style.format.run = read_run_format(child(node, "rPr"));
    const std::string id(attribute(node, "styleId"));
    const auto is_default = attribute(node, "default");
    if (attribute(node, "type") == "paragraph" && (is_default == "1" || is_default == "true" || is_default == "on"))
      default_paragraph_ = id;
    styles_.emplace(id, std::move(style));
  }
}

void Styles::read_numbering(const pugi::xml_document& xml) {
  for (const auto node : child(xml, "numbering").children()) {
    if (local_name(node) == "num") {
      abstract_of_.emplace(attribute(node, "numId"), attribute(child(node, "abstractNumId"), "val"));
    } else if (local_name(node) == "abstractNum") {
      for (const auto level : node.children()) {
        if (local_name(level) != "lvl") continue;
        const auto text = child(level, "lvlText");
        const bool unmarked =
            attribute(child(level, "numFmt"), "val") == "none" || (text && attribute(text, "val").empty());
        if (unmarked)
          unmarked_levels_.emplace(attribute(node, "abstractNumId"), read_int(attribute(level, "ilvl")).value_or(0));
      }
    }
  }
}

std::string Styles::name(std::string_view id) const {
  const auto found = styles_.find(id.empty() ? std::string_view(default_paragraph_) : id);
  return found == styles_.end() ? std::string{} : found->second.name;
}

ParagraphFormat Styles::resolve(std::string_view id) const {
  ParagraphFormat format;
  for (int depth = 0; depth < deepest_style; ++depth) {
    const auto found = styles_.find(id);
    if (found == styles_.end()) break;
    format.inherit(found->second.format);
    id = found->second.based_on;
  }
  return format;
}

ParagraphFormat Styles::paragraph_format(std::string_view id) const {
  auto format = resolve(id.empty() ? std::string_view(default_paragraph_) : id);
  format.run.inherit(defaults_);
  return format;
}

RunFormat Styles::character_format(std::string_view id) const { return resolve(id).run; }

bool Styles::is_list(const std::string& list, int level) const {
  if (list.empty() || list == "0") return false;
  const auto abstract = abstract_of_.find(list);
  return abstract != abstract_of_.end() && !unmarked_levels_.contains({abstract->second, level});
}

}  // namespace resumax::extract
