/** A program that uses the library on the module path, with its own pack. */
package com.example.modular;
