#include "records.hpp"
#include "verbs.hpp"
#include "views.hpp"

namespace resumax::app {
namespace {

struct ShowArgs {
  std::string reference;
};

template <class Detail>
void show(Context& context, const Detail& detail, std::string (*view)(const Detail&, const Look&)) {
  if (context.console.json())
    context.console.print(record(detail));
  else
    context.console.page(view(detail, context.console.look()));
}

int run_show(Context& context, const ShowArgs& args) {
  auto& service = context.reading();
  const auto [kind, identity] = service.resolve(args.reference);
  switch (kind) {
    case service::ObjectKind::resume:
      show(context, service.get_resume(identity.id), resume_detail_view);
      break;
    case service::ObjectKind::job_description:
      show(context, service.get_posting(identity.id), posting_detail_view);
      break;
    case service::ObjectKind::optimization:
      show(context, service.get_optimization(identity.id), optimization_full_view);
      break;
    case service::ObjectKind::version:
      show(context, service.get_version(identity.id), version_view);
      break;
  }
  return 0;
}

}  // namespace

void add_show(Command& command) {
  auto args = std::make_shared<ShowArgs>();
  command
      .description(
          "Shows any object by its handle, its UUID or a unique prefix of it, or its title: a resume as it was read, a "
          "posting and what it asks for, an optimization with every suggestion, its reason and evidence, or a version.")
      .example("resumax show o1", "every suggestion with its reason")
      .example("resumax show v1", "the resume that was accepted")
      .positional("OBJECT", "a resume, posting, optimization or version", args->reference, Offer::objects)
      .run([args](Context& context) { return run_show(context, *args); });
}

}  // namespace resumax::app
