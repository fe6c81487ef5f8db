/** A program that uses the library on the module path, by its automatic module names. */
module com.example.modular {
  requires com.google.common; // the library's lists are Guava's
  requires org.tfm.model;
  requires org.tfm.rules;
}
