/** A front end that assesses applications with terms from a JSON file, without a rule engine. */
package com.example;
