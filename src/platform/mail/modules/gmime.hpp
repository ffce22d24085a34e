#pragma once

#include <gmime/gmime.h>

#include <memory>

namespace lenig::mail {

/// An object of GLib with an owner.
template <class T>
struct Unreferenced {
  void operator()(T* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unreferenced<T>>;

}  // namespace lenig::mail
