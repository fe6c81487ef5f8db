package org.tfm.model.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.guava.GuavaModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.google.common.collect.ImmutableMap;

/** Mappers as other people's programs configure them, by name. */
final class FrameworkMappers {

  static final ImmutableMap<String, ObjectMapper> ALL =
      ImmutableMap.of(
          "plain",
          new ObjectMapper(),
          "with the modules that are found",
          new ObjectMapper().findAndRegisterModules(),
          "as in Spring Boot, with a module for Guava",
          JsonMapper.builder()
              .addModules(new Jdk8Module(), new JavaTimeModule(), new GuavaModule())
              .disable(MapperFeature.DEFAULT_VIEW_INCLUSION)
              .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
              .build(),
          "lenient in every way",
          JsonMapper.builder()
              .addModules(new Jdk8Module(), new JavaTimeModule())
              .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
              .defaultPropertyInclusion(JsonInclude.Value.empty())
              .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
              .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
              .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
              .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
              .enable(DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT)
              .enable(SerializationFeature.WRITE_ENUMS_USING_INDEX)
              .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .build());

  private FrameworkMappers() {}
}
