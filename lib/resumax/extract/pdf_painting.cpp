#include <resumax/extract/pdf_frame.hpp>
#include <resumax/extract/pdf_painter.hpp>
#include <resumax/extract/pdf_painting.hpp>
#include <resumax/extract/pdf_path.hpp>

#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <stdexcept>

namespace resumax::extract {

namespace {

/// Takes in a decoded stream and gives up where it grows beyond all measure.
class Collector : public Pipeline {
 public:
  Collector(std::string& out, std::size_t most) : Pipeline("content", nullptr), out_(out), most_(most) {}
  void write(unsigned char const* data, std::size_t size) override {
    if (size > most_ - out_.size()) throw std::runtime_error("the content of a page is too large");
    out_.append(reinterpret_cast<const char*>(data), size);
  }
  void finish() override {}

 private:
  std::string& out_;
  std::size_t most_;
};

void append_stream(QPDFObjectHandle stream, std::string& out, std::size_t& budget) {
  if (!stream.isStream()) return;
  const std::size_t before = out.size();
  Collector collector(out, before + budget);
  stream.pipeStreamData(&collector, 0, qpdf_dl_generalized, true, false);
  budget -= out.size() - before;
}

std::string contents_of(QPDFPageObjectHelper& page, std::size_t& budget) {
  std::string out;
  auto contents = page.getObjectHandle().getKey("/Contents");
  if (contents.isArray()) {
    for (int i = 0; i < contents.getArrayNItems(); ++i) {
      append_stream(contents.getArrayItem(i), out, budget);
      out += '\n';
    }
  } else {
    append_stream(contents, out, budget);
  }
  return out;
}

}  // namespace

void Painter::place_form(const Names& outer, const Graphics& graphics, QPDFObjectHandle form, int depth) {
  auto dictionary = form.getDict();
  Graphics inner = graphics;
  if (auto matrix = dictionary.getKey("/Matrix"); matrix.isArray() && matrix.getArrayNItems() == 6) {
    double n[6] = {};
    for (int i = 0; i < 6; ++i)
      if (auto item = matrix.getArrayItem(i); item.isNumber()) n[i] = item.getNumericValue();
    inner.matrix = Matrix{n[0], n[1], n[2], n[3], n[4], n[5]}.then(inner.matrix);
  }
  double sides[4];
  if (read_rectangle(dictionary.getKey("/BBox"), sides)) {
    const auto corner = inner.matrix.apply(sides[0], sides[1]);
    Box box{corner[0], corner[1], corner[0], corner[1]};
    for (const auto& p : {inner.matrix.apply(sides[2], sides[1]), inner.matrix.apply(sides[0], sides[3]),
                          inner.matrix.apply(sides[2], sides[3])})
      box = join(box, {p[0], p[1], p[0], p[1]});
    inner.clip = overlap(inner.clip, box);
  }
  if (dictionary.getKey("/Group").isDictionary()) {
    inner.group_alpha *= inner.fill_alpha;
    inner.fill_alpha = inner.stroke_alpha = 1;
  }
  PaintedStream stream;
  append_stream(form, stream.bytes, budget_);
  stream.form = form;
  out_.streams.push_back(std::move(stream));
  auto resources = dictionary.getKey("/Resources");
  run(out_.streams.size() - 1, resources.isDictionary() ? resources : outer.resources, inner, depth + 1);
}

std::set<int> layers_switched_off(QPDF& pdf) {
  std::set<int> off;
  auto properties = pdf.getRoot().getKey("/OCProperties");
  if (!properties.isDictionary()) return off;
  auto config = properties.getKey("/D");
  if (!config.isDictionary()) return off;
  const auto each = [](QPDFObjectHandle list, auto&& visit) {
    if (!list.isArray()) return;
    for (int i = 0; i < list.getArrayNItems() && i < 10'000; ++i) visit(list.getArrayItem(i).getObjectID());
  };
  auto base = config.getKey("/BaseState");
  if (base.isName() && base.getName() == "/OFF") each(properties.getKey("/OCGs"), [&](int id) { off.insert(id); });
  each(config.getKey("/OFF"), [&](int id) { off.insert(id); });
  each(config.getKey("/ON"), [&](int id) { off.erase(id); });
  return off;
}

Painting read_painting(QPDFPageObjectHelper& page, const std::set<int>& layers_off, std::size_t& budget) {
  Painting out;
  const Frame frame = frame_of(page);
  Graphics graphics;
  graphics.clip = {frame.left - 1e6, frame.bottom - 1e6, frame.right + 1e6, frame.top + 1e6};
  out.streams.push_back({contents_of(page, budget), QPDFObjectHandle::newNull()});
  Painter(layers_off, budget, out).run(0, page.getAttribute("/Resources", false), graphics, 0);
  return out;
}

}  // namespace resumax::extract
