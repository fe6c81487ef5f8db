/** A program that assesses an application with the bundled packs. */
package com.example;
