#include <resumax/extract/pdf_painter.hpp>
#include <resumax/extract/pdf_path.hpp>

#include <algorithm>
#include <cmath>

namespace resumax::extract {

namespace {

constexpr std::size_t most_operands = 64, most_saved = 256, most_marks = 1000;
constexpr std::size_t most_paints = 20'000, most_shows = 100'000;
constexpr std::size_t most_dots = 4000;
/// Points; a list mark is about a third as high as its text.
constexpr double largest_dot = 8;
constexpr int deepest_form = 12, most_forms = 2000;

/// The page's coordinates of a rectangle of the current ones, and whether it still is one.
Box placed(const Matrix& matrix, double x0, double y0, double x1, double y1) {
  const Point first = matrix.apply(x0, y0);
  Box box{first[0], first[1], first[0], first[1]};
  for (const Point& p : {matrix.apply(x1, y0), matrix.apply(x0, y1), matrix.apply(x1, y1)})
    box = join(box, {p[0], p[1], p[0], p[1]});
  return box;
}

bool is_upright(const Matrix& m) {
  const double small = 1e-4 * (std::abs(m.a) + std::abs(m.b) + std::abs(m.c) + std::abs(m.d));
  return (std::abs(m.b) <= small && std::abs(m.c) <= small) || (std::abs(m.a) <= small && std::abs(m.d) <= small);
}

double scale_of(const Matrix& m) { return std::sqrt(std::abs(m.a * m.d - m.b * m.c)); }

}  // namespace

struct Painter::Frame {
  std::size_t stream = 0;
  Names names;
  Graphics graphics;
  std::vector<Graphics> saved;
  std::vector<Operand> operands;
  std::size_t first_operand = std::string::npos;
  bool shows_ink = false;  ///< a string among the operands is not blank
  std::size_t glyphs = 0;
  Matrix text, line;
  Path path;
  bool clips = false;
  std::vector<bool> marks;  ///< of each open marked content: is it a layer that is off
  int text_clip = 0;        ///< gathered since BT

  double number(std::size_t from_end) const {
    return from_end < operands.size() ? operands[operands.size() - 1 - from_end].number : 0;
  }
  std::string_view name() const { return operands.empty() ? std::string_view() : operands.back().name; }
  Matrix matrix() const { return {number(5), number(4), number(3), number(2), number(1), number(0)}; }
  Point point(std::size_t from_end) const {
    return graphics.matrix.apply(number(2 * from_end + 1), number(2 * from_end));
  }
};

Matrix Matrix::then(const Matrix& next) const {
  return {a * next.a + b * next.c, a * next.b + b * next.d,          c * next.a + d * next.c,
          c * next.b + d * next.d, e * next.a + f * next.c + next.e, e * next.b + f * next.d + next.f};
}

QPDFObjectHandle Painter::Names::find(const char* kind, std::string_view name) {
  const std::string key = std::string(kind) + "/" + std::string(name);
  if (const auto known = found.find(key); known != found.end()) return known->second;
  QPDFObjectHandle object = QPDFObjectHandle::newNull();
  if (resources.isDictionary())
    if (auto all = resources.getKey(kind); all.isDictionary()) object = all.getKey("/" + std::string(name));
  found.emplace(key, object);
  return object;
}

void Painter::run(std::size_t stream, QPDFObjectHandle resources, const Graphics& start, int depth) {
  const std::string& bytes = out_.streams[stream].bytes;
  Frame frame;
  frame.stream = stream;
  frame.names.resources = resources;
  frame.graphics = start;
  depth_ = depth;
  ContentScanner scanner(bytes);
  int nested = 0;
  for (auto token = scanner.next(); token.kind != ContentToken::Kind::end; token = scanner.next()) {
    using Kind = ContentToken::Kind;
    if (frame.operands.empty() && nested == 0 && !frame.shows_ink && token.kind != Kind::word &&
        frame.first_operand == std::string::npos)
      frame.first_operand = token.begin;
    if (token.kind == Kind::open) {
      ++nested;
    } else if (token.kind == Kind::close) {
      nested = std::max(0, nested - 1);
    } else if (token.kind == Kind::string) {
      frame.shows_ink = frame.shows_ink || !token.blank;
      frame.glyphs += token.glyphs;
    } else if (token.kind != Kind::word) {
      if (nested == 0 && frame.operands.size() < most_operands)
        frame.operands.push_back({token.number, token.kind == Kind::name ? token.text : std::string_view()});
    } else if (nested == 0) {
      depth_ = depth;
      execute(frame, token);
      frame.operands.clear();
      frame.shows_ink = false;
      frame.glyphs = 0;
      frame.first_operand = std::string::npos;
    }
  }
  layer_off_depth_ -= static_cast<int>(std::count(frame.marks.begin(), frame.marks.end(), true));
}

void Painter::execute(Frame& frame, const ContentToken& word) {
  if (execute_text(frame, word) || execute_state(frame, word.text) || execute_path(frame, word.text) ||
      execute_colour(frame.names, frame.graphics, frame.operands, word.text))
    return;
  if (word.text == "Do")
    place(frame, frame.name(), depth_);
  else if (word.text == "EI")
    add_paint({placed(frame.graphics.matrix, 0, 0, 1, 1), {false}, 1, false, true}, frame.graphics);
  else if (word.text == "sh")
    add_paint({frame.graphics.clip, {false}, 1, false, false}, frame.graphics);
  else if (word.text == "BDC" || word.text == "BMC")
    begin_marked(frame, word.text == "BDC");
  else if (word.text == "EMC" && !frame.marks.empty()) {
    if (frame.marks.back()) --layer_off_depth_;
    frame.marks.pop_back();
  }
}

bool Painter::execute_state(Frame& frame, std::string_view op) {
  Graphics& graphics = frame.graphics;
  if (op == "q") {
    if (frame.saved.size() < most_saved) frame.saved.push_back(graphics);
  } else if (op == "Q") {
    if (!frame.saved.empty()) {
      graphics = frame.saved.back();
      frame.saved.pop_back();
    }
  } else if (op == "cm") {
    graphics.matrix = frame.matrix().then(graphics.matrix);
  } else if (op == "w") {
    graphics.line_width = frame.number(0);
  } else if (op == "gs") {
    extended_state(frame, frame.name());
  } else {
    return false;
  }
  return true;
}

void Painter::extended_state(Frame& frame, std::string_view name) {
  auto state = frame.names.find("/ExtGState", name);
  if (!state.isDictionary()) return;
  Graphics& graphics = frame.graphics;
  const auto number = [&](const char* key, float& value) {
    if (auto entry = state.getKey(key); entry.isNumber())
      value = static_cast<float>(std::clamp(entry.getNumericValue(), 0.0, 1.0));
  };
  number("/ca", graphics.fill_alpha);
  number("/CA", graphics.stroke_alpha);
  if (auto mask = state.getKey("/SMask"); !mask.isNull()) graphics.masked = !mask.isName();
  if (auto mode = state.getKey("/BM"); mode.isName())
    graphics.normal_blend = mode.getName() == "/Normal" || mode.getName() == "/Compatible";
  else if (!mode.isNull())
    graphics.normal_blend = false;
  if (auto font = state.getKey("/Font"); font.isArray() && font.getArrayNItems() == 2)
    if (auto size = font.getArrayItem(1); size.isNumber()) graphics.font_size = size.getNumericValue();
}

bool Painter::execute_path(Frame& frame, std::string_view op) {
  Path& path = frame.path;
  const auto is = [&](std::string_view a, std::string_view b = "", std::string_view c = "") {
    return op == a || op == b || op == c;
  };
  if (op == "m") {
    path.move(frame.point(0));
  } else if (op == "l") {
    path.line(frame.point(0));
  } else if (op == "c") {
    path.curve({frame.point(2), frame.point(1), frame.point(0)});
  } else if (op == "v" || op == "y") {
    path.curve({frame.point(1), frame.point(0)});
  } else if (op == "h") {
    path.close();
  } else if (op == "re") {
    const double x = frame.number(3), y = frame.number(2);
    path.rectangle(placed(frame.graphics.matrix, x, y, x + frame.number(1), y + frame.number(0)),
                   is_upright(frame.graphics.matrix));
  } else if (op == "W" || op == "W*") {
    frame.clips = true;
  } else if (is("f", "F", "f*") || is("B", "B*", "n") || is("b", "b*") || is("S", "s")) {
    const bool both = op[0] == 'B' || op[0] == 'b';
    paint(frame, both || op[0] == 'f' || op[0] == 'F', both || op[0] == 'S' || op[0] == 's', op.ends_with('*'));
  } else {
    return false;
  }
  return true;
}

void Painter::paint(Frame& frame, bool fill, bool stroke, bool even_odd) {
  Graphics& graphics = frame.graphics;
  frame.path.close();
  const auto& parts = frame.path.parts();
  Box all;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto& [box, rectangle] = parts[i];
    all = i == 0 ? box : join(all, box);
    // Of several parts one may be a hole in another.
    if (fill)
      add_paint({box, graphics.fill, graphics.fill_alpha, rectangle && parts.size() == 1 && !even_odd}, graphics);
    const double half = graphics.line_width * scale_of(graphics.matrix) / 2;
    if (stroke && half > 1.5)
      add_paint({{box.x0 - half, box.y0 - half, box.x1 + half, box.y1 + half}, graphics.stroke, graphics.stroke_alpha},
                graphics);
  }
  // A ring is one part in another; more than two make a picture.
  if ((fill || stroke) && !parts.empty() && parts.size() <= 2) add_dot(overlap(all, graphics.clip));
  if (frame.clips) graphics.clip = parts.empty() ? Box{0, 0, -1, -1} : overlap(graphics.clip, all);
  frame.clips = false;
  frame.path.clear();
}

void Painter::add_dot(const Box& box) {
  const double width = box.x1 - box.x0, height = box.y1 - box.y0;
  if (layer_off_depth_ > 0 || !(width > 0) || width > largest_dot || height > 1.4 * width || width > 1.4 * height)
    return;
  if (out_.dots.size() < most_dots) out_.dots.push_back(box);
}

void Painter::add_paint(Paint paint, const Graphics& graphics) {
  if (layer_off_depth_ > 0) return;
  paint.box = overlap(paint.box, graphics.clip);
  if (paint.box.x0 >= paint.box.x1 || paint.box.y0 >= paint.box.y1) return;
  paint.alpha *= graphics.group_alpha;
  if (graphics.masked || !graphics.normal_blend) {
    paint.ink.known = false;
    paint.exact = false;
  }
  paint.exact = paint.exact && paint.ink.known && paint.alpha > 0.99F && graphics.text_clip == 0;
  if (graphics.text_clip > 0) out_.filled_clips.insert(graphics.text_clip);
  if (out_.paints.size() < most_paints)
    out_.paints.push_back(paint);
  else
    out_.whole = false;
}

bool Painter::execute_text(Frame& frame, const ContentToken& word) {
  const std::string_view op = word.text;
  Graphics& graphics = frame.graphics;
  const auto move_line = [&](double x, double y) {
    frame.line = Matrix{1, 0, 0, 1, x, y}.then(frame.line);
    frame.text = frame.line;
  };
  if (op == "Tj" || op == "TJ") {
    show(frame, word);
  } else if (op == "'" || op == "\"") {
    move_line(0, -graphics.leading);
    show(frame, word);
  } else if (op == "Tf") {
    graphics.font_size = frame.number(0);
  } else if (op == "Td" || op == "TD") {
    if (op == "TD") graphics.leading = -frame.number(0);
    move_line(frame.number(1), frame.number(0));
  } else if (op == "Tm") {
    frame.text = frame.line = frame.matrix();
  } else if (op == "T*") {
    move_line(0, -graphics.leading);
  } else if (op == "TL") {
    graphics.leading = frame.number(0);
  } else if (op == "Tz") {
    graphics.stretch = frame.number(0) / 100;
  } else if (op == "Ts") {
    graphics.rise = frame.number(0);
  } else if (op == "Tr") {
    graphics.mode = static_cast<int>(std::clamp(frame.number(0), 0.0, 7.0));
  } else if (op == "BT") {
    frame.text = frame.line = {};
    frame.text_clip = 0;
  } else if (op == "ET") {
    if (frame.text_clip > 0) graphics.text_clip = frame.text_clip;
    frame.text_clip = 0;
  } else {
    return false;
  }
  return true;
}

void Painter::show(Frame& frame, const ContentToken& word) {
  if (!frame.shows_ink || frame.first_operand == std::string::npos) return;
  if (out_.shows.size() >= most_shows) {
    out_.whole = false;
    return;
  }
  const Graphics& graphics = frame.graphics;
  const Matrix whole = frame.text.then(graphics.matrix);
  const auto at = whole.apply(0, graphics.rise);
  if (graphics.mode >= 4 && frame.text_clip == 0) frame.text_clip = ++text_clips_;
  TextShow show;
  show.stream = frame.stream;
  show.begin = frame.first_operand;
  show.end = word.end;
  show.a = graphics.matrix.a;
  show.b = graphics.matrix.b;
  show.c = graphics.matrix.c;
  show.d = graphics.matrix.d;
  show.x = at[0];
  show.y = at[1];
  const double size = std::abs(graphics.font_size);
  show.size = size * std::min(std::abs(graphics.stretch) * std::hypot(whole.a, whole.b), std::hypot(whole.c, whole.d));
  const double ahead = 0.45 * graphics.font_size * graphics.stretch * static_cast<double>(frame.glyphs);
  show.ahead_x = ahead * whole.a;
  show.ahead_y = ahead * whole.b;
  show.fill = graphics.fill;
  show.stroke = graphics.stroke;
  show.fill_alpha = graphics.fill_alpha * graphics.group_alpha;
  show.stroke_alpha = graphics.stroke_alpha * graphics.group_alpha;
  show.mode = graphics.mode;
  show.masked = graphics.masked || !graphics.normal_blend;
  show.layer_off = layer_off_depth_ > 0;
  show.clip = graphics.clip;
  show.paints = out_.paints.size();
  show.text_clip = graphics.mode >= 4 ? frame.text_clip : 0;
  out_.shows.push_back(show);
}

void Painter::begin_marked(Frame& frame, bool with_properties) {
  if (frame.marks.size() >= most_marks) return;
  bool off = false;
  if (with_properties && frame.operands.size() >= 2 && frame.operands[frame.operands.size() - 2].name == "OC")
    off = is_layer_off(frame.names.find("/Properties", frame.name()));
  frame.marks.push_back(off);
  if (off) ++layer_off_depth_;
}

/// A group that is off; or a membership whose groups are all off, which is what its default policy asks for.
bool Painter::is_layer_off(QPDFObjectHandle properties) const {
  if (layers_off_.empty() || !properties.isDictionary()) return false;
  if (layers_off_.contains(properties.getObjectID())) return true;
  auto groups = properties.getKey("/OCGs");
  if (groups.isDictionary()) return layers_off_.contains(groups.getObjectID());
  if (!groups.isArray() || groups.getArrayNItems() == 0 || groups.getArrayNItems() > 1000) return false;
  int off = 0;
  for (int i = 0; i < groups.getArrayNItems(); ++i) off += layers_off_.contains(groups.getArrayItem(i).getObjectID());
  auto policy = properties.getKey("/P");
  const std::string name = policy.isName() ? policy.getName() : "/AnyOn";
  const int count = groups.getArrayNItems();
  if (name == "/AllOn") return off > 0;
  if (name == "/AnyOff") return off == 0;
  if (name == "/AllOff") return off < count;
  return off == count;
}

void Painter::place(Frame& frame, std::string_view name, int depth) {
  auto object = frame.names.find("/XObject", name);
  if (!object.isStream()) return;
  auto dictionary = object.getDict();
  const bool off = is_layer_off(dictionary.getKey("/OC"));
  if (off) ++layer_off_depth_;
  auto subtype = dictionary.getKey("/Subtype");
  if (subtype.isName() && subtype.getName() == "/Image") {
    add_paint({placed(frame.graphics.matrix, 0, 0, 1, 1), {false}, 1, false, true}, frame.graphics);
  } else if (subtype.isName() && subtype.getName() == "/Form") {
    if (depth < deepest_form && forms_++ < most_forms)
      place_form(frame.names, frame.graphics, object, depth);
    else
      out_.whole = false;
  }
  if (off) --layer_off_depth_;
}

}  // namespace resumax::extract
