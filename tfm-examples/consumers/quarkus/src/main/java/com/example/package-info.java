/** A web service with Quarkus that assesses applications. */
package com.example;
