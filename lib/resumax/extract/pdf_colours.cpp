#include <resumax/extract/pdf_painter.hpp>

#include <algorithm>

namespace resumax::extract {

namespace {

float unit(double value) { return static_cast<float>(std::clamp(value, 0.0, 1.0)); }

ColourSpace space_of_components(int count) {
  switch (count) {
    case 1:
      return ColourSpace::gray;
    case 3:
      return ColourSpace::rgb;
    case 4:
      return ColourSpace::cmyk;
    default:
      return ColourSpace::unknown;
  }
}

ColourSpace device_space(std::string_view name) {
  if (name == "DeviceGray" || name == "G" || name == "CalGray") return ColourSpace::gray;
  if (name == "DeviceRGB" || name == "RGB" || name == "CalRGB") return ColourSpace::rgb;
  if (name == "DeviceCMYK" || name == "CMYK") return ColourSpace::cmyk;
  if (name == "Lab") return ColourSpace::lab;
  if (name == "Separation" || name == "DeviceN") return ColourSpace::tint;
  return ColourSpace::unknown;
}

ColourSpace read_space(QPDFObjectHandle object) {
  if (object.isName()) return device_space(std::string_view(object.getName()).substr(1));
  if (!object.isArray() || object.getArrayNItems() == 0 || !object.getArrayItem(0).isName())
    return ColourSpace::unknown;
  const std::string family = object.getArrayItem(0).getName().substr(1);
  if (family != "ICCBased") return device_space(family);
  if (object.getArrayNItems() < 2 || !object.getArrayItem(1).isStream()) return ColourSpace::unknown;
  auto count = object.getArrayItem(1).getDict().getKey("/N");
  return count.isInteger() ? space_of_components(count.getIntValueAsInt()) : ColourSpace::unknown;
}

/// The colour of the last `values` numbers; without any, what the space starts with.
template <class Number>
Ink ink_of(ColourSpace space, std::size_t count, const Number& number) {
  const auto at = [&](std::size_t i, std::size_t needed) { return count >= needed ? unit(number(needed - 1 - i)) : 0; };
  switch (space) {
    case ColourSpace::gray: {
      const float gray = at(0, 1);
      return {true, gray, gray, gray};
    }
    case ColourSpace::rgb:
      return {true, at(0, 3), at(1, 3), at(2, 3)};
    case ColourSpace::cmyk: {
      if (count < 4) return {};
      const float black = at(3, 4);
      return {true, (1 - at(0, 4)) * (1 - black), (1 - at(1, 4)) * (1 - black), (1 - at(2, 4)) * (1 - black)};
    }
    case ColourSpace::lab: {
      // Only near white is told apart.
      if (count < 3 || number(2) < 97) return {false};
      return {true, unit(number(2) / 100), unit(number(2) / 100), unit(number(2) / 100)};
    }
    case ColourSpace::tint: {
      for (std::size_t i = 0; i < count; ++i)
        if (number(i) > 0.001) return {false};
      return count == 0 ? Ink{false} : Ink{true, 1, 1, 1};
    }
    default:
      return {false};
  }
}

}  // namespace

bool Painter::execute_colour(Names& names, Graphics& graphics, const std::vector<Operand>& operands,
                             std::string_view op) {
  const bool stroke = !op.empty() && op[0] >= 'A' && op[0] <= 'Z';
  Ink& ink = stroke ? graphics.stroke : graphics.fill;
  ColourSpace& space = stroke ? graphics.stroke_space : graphics.fill_space;
  const auto number = [&](std::size_t from_end) { return operands[operands.size() - 1 - from_end].number; };
  if (op == "g" || op == "G") {
    space = ColourSpace::gray;
  } else if (op == "rg" || op == "RG") {
    space = ColourSpace::rgb;
  } else if (op == "k" || op == "K") {
    space = ColourSpace::cmyk;
  } else if (op == "cs" || op == "CS") {
    const std::string_view name = operands.empty() ? std::string_view() : operands.back().name;
    space = device_space(name);
    if (space == ColourSpace::unknown) space = read_space(names.find("/ColorSpace", name));
    ink = ink_of(space, 0, number);
    return true;
  } else if (op != "sc" && op != "scn" && op != "SC" && op != "SCN") {
    return false;
  }
  const bool pattern = !operands.empty() && !operands.back().name.empty();
  ink = pattern ? Ink{false} : ink_of(space, operands.size(), number);
  return true;
}

}  // namespace resumax::extract
