#pragma once

#include <resumax/service/local_service.hpp>

#include <memory>

namespace resumax::test {

/// A workspace with one invented resume, posting, optimization and version in it, always the same, so that golden files
/// show how verbs print and not what the engine finds. Writing verbs answer with what they were asked for.
std::unique_ptr<service::Service> make_fake_service();

}  // namespace resumax::test
