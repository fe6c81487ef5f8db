/** A program that uses the packs of the jars on its class path. */
package com.example;
