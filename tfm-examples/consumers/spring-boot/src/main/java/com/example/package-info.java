/** A web service with Spring Boot that assesses applications. */
package com.example;
