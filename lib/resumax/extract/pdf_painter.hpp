#pragma once

#include <resumax/extract/content_scanner.hpp>
#include <resumax/extract/pdf_painting.hpp>

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace resumax::extract {

struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
  /// First this, then `next`.
  Matrix then(const Matrix& next) const;
  std::array<double, 2> apply(double x, double y) const { return {a * x + c * y + e, b * x + d * y + f}; }
};

enum class ColourSpace { gray, rgb, cmyk, lab, tint, unknown };

struct Graphics {
  Matrix matrix;
  Box clip;
  Ink fill, stroke;
  ColourSpace fill_space = ColourSpace::gray, stroke_space = ColourSpace::gray;
  float fill_alpha = 1, stroke_alpha = 1, group_alpha = 1;
  bool masked = false, normal_blend = true;
  double line_width = 1;
  double font_size = 0, stretch = 1, leading = 0, rise = 0;
  int mode = 0;
  int text_clip = 0;
};

/// Runs content streams and writes down what they paint.
class Painter {
 public:
  Painter(const std::set<int>& layers_off, std::size_t& budget, Painting& out)
      : layers_off_(layers_off), budget_(budget), out_(out) {}
  void run(std::size_t stream, QPDFObjectHandle resources, const Graphics& start, int depth);

 private:
  struct Operand {
    double number = 0;
    std::string_view name;
  };
  /// Resources of one stream, looked up once by name.
  struct Names {
    QPDFObjectHandle resources;
    std::map<std::string, QPDFObjectHandle, std::less<>> found;
    QPDFObjectHandle find(const char* kind, std::string_view name);
  };
  struct Frame;  ///< one run of one stream

  void execute(Frame& frame, const ContentToken& word);
  bool execute_state(Frame& frame, std::string_view op);
  bool execute_colour(Names& names, Graphics& graphics, const std::vector<Operand>& operands, std::string_view op);
  bool execute_path(Frame& frame, std::string_view op);
  bool execute_text(Frame& frame, const ContentToken& word);
  void extended_state(Frame& frame, std::string_view name);
  void begin_marked(Frame& frame, bool with_properties);
  void show(Frame& frame, const ContentToken& word);
  void place(Frame& frame, std::string_view name, int depth);
  void place_form(const Names& outer, const Graphics& graphics, QPDFObjectHandle form, int depth);
  void paint(Frame& frame, bool fill, bool stroke, bool even_odd);
  void add_dot(const Box& box);
  void add_paint(Paint paint, const Graphics& graphics);
  bool is_layer_off(QPDFObjectHandle properties) const;

  const std::set<int>& layers_off_;
  std::size_t& budget_;
  Painting& out_;
  int layer_off_depth_ = 0;
  int text_clips_ = 0;
  int forms_ = 0;
  int depth_ = 0;
};

}  // namespace resumax::extract
