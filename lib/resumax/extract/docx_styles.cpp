#include <resumax/extract/docx_styles.hpp>
#include <resumax/extract/xml.hpp>

#include <charconv>

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

/// "1F3864", "auto"; nothing for anything else.
std::optional<Colour> read_colour(std::string_view word) {
  if (word == "auto") return automatic;
  Colour value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value, 16);
  if (word.size() != 6 || error != std::errc{} || end != word.data() + word.size() || value < 0) return std::nullopt;
  return value;
}

/// Word's highlighters.
std::optional<Colour> read_highlight(std::string_view word) {
  if (word == "none") return automatic;
  return word == "white" ? 0xFFFFFF : any_colour;
}

/// Whether Word's text effects leave nothing of the letters.
bool has_no_fill(const pugi::xml_node& properties) {
  const auto fill = child(properties, "textFill");
  if (!fill || child(properties, "textOutline")) return false;
  if (child(fill, "noFill")) return true;
  const auto alpha = child(child(child(fill, "solidFill"), "srgbClr"), "alpha");
  return read_int(attribute(alpha, "val")).value_or(0) > 94'000;  // of 100,000, counted from opaque
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
  take(transparent, base.transparent);
  take(colour, base.colour);
  take(shading, base.shading);
  take(highlight, base.highlight);
}

void ParagraphFormat::inherit(const ParagraphFormat& base) {
  take(outline_level, base.outline_level);
  // A list and its level belong together: a paragraph that names its own list starts at that list's first level.
  if (!list) take(list_level, base.list_level);
  take(list, base.list);
  take(right_to_left, base.right_to_left);
  take(shading, base.shading);
  run.inherit(base.run);
}

std::optional<Colour> read_shading(const pugi::xml_node& properties) {
  const auto node = child(properties, "shd");
  if (!node) return std::nullopt;
  const auto pattern = attribute(node, "val");
  if (pattern == "solid") return read_colour(attribute(node, "color")).value_or(any_colour);
  if (pattern != "clear" && pattern != "nil") return any_colour;
  return read_colour(attribute(node, "fill")).value_or(automatic);
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
    else if (name == "color")
      format.colour = read_colour(attribute(node, "val"));
    else if (name == "highlight")
      format.highlight = read_highlight(attribute(node, "val"));
    else if (name == "shd")
      format.shading = read_shading(properties);
    else if (name == "textFill")
      format.transparent = has_no_fill(properties);
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
    else if (name == "shd")
      format.shading = read_shading(properties);
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
    if (attribute(node, "type") == "table")
      style.colours_cells =
          static_cast<bool>(node.find_node([](const auto& part) { return local_name(part) == "shd"; }));
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

bool Styles::colours_cells(std::string_view table_style) const {
  for (int depth = 0; depth < deepest_style; ++depth) {
    const auto found = styles_.find(table_style);
    if (found == styles_.end()) return false;
    if (found->second.colours_cells) return true;
    table_style = found->second.based_on;
  }
  return false;
}

bool Styles::is_list(const std::string& list, int level) const {
  if (list.empty() || list == "0") return false;
  const auto abstract = abstract_of_.find(list);
  return abstract != abstract_of_.end() && !unmarked_levels_.contains({abstract->second, level});
}

}  // namespace resumax::extract
