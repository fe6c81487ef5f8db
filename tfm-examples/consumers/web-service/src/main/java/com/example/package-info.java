/** A web service that assesses applications. */
package com.example;
