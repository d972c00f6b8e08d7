package org.florin.api.docs;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jspecify.annotations.Nullable;

/**
 * Completes the generated OpenAPI document: what the API is, how to authenticate, the form of
 * problems, and for each operation with a body a good and a bad example out of {@code
 * examples.json}. A body's schema is the form of its good example.
 */
public class ApiDescription implements OASFilter {

  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";
  private static final String BEARER = "api_key";

  private static final Map<String, String> PROBLEMS =
      new TreeMap<>(
          Map.of(
              "400", "The request is not valid",
              "401", "Authentication is needed",
              "403", "The key does not allow this",
              "404", "There is no such resource",
              "409", "The request conflicts with what is",
              "422", "The key was used for another request, or the request can't be carried out",
              "429", "The key's requests are more than agreed; wait as Retry-After says",
              "503", "The bank is busy; send the same request again"));

  private final JsonObject examples = read();

  @Override
  public Parameter filterParameter(Parameter parameter) {
    if (Objects.equals(parameter.getName(), "Idempotency-Key")) {
      parameter
          .required(true)
          .description("1 to 255 visible ASCII characters, new for each request");
    }
    return parameter;
  }

  @Override
  public Operation filterOperation(Operation operation) {
    var id = operation.getOperationId();
    if (id != null && examples.get(id) instanceof JsonObject example) {
      operation.requestBody(
          OASFactory.createRequestBody()
              .required(!example.getJsonObject("good").isEmpty())
              .content(body(example)));
    }
    var responses = operation.getResponses();
    if (responses != null) {
      PROBLEMS.forEach(
          (status, description) ->
              responses.addAPIResponse(
                  status,
                  OASFactory.createAPIResponse()
                      .description(description)
                      .content(
                          OASFactory.createContent()
                              .addMediaType(
                                  PROBLEM,
                                  OASFactory.createMediaType()
                                      .schema(
                                          OASFactory.createSchema()
                                              .ref("#/components/schemas/Problem"))))));
    }
    return operation;
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document.setInfo(
        OASFactory.createInfo()
            .title("Florin partner API")
            .version("1")
            .description(
                "Applications, cards, authorizations and payments. Amounts are minor units; every POST carries an Idempotency-Key."));
    var components = document.getComponents();
    if (components == null) {
      components = OASFactory.createComponents();
      document.setComponents(components);
    }
    components
        .addSchema("Problem", problem())
        .addSecurityScheme(
            BEARER,
            OASFactory.createSecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
    document.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(BEARER));
  }

  private static Content body(JsonObject example) {
    var media = OASFactory.createMediaType().schema(schema(example.getJsonObject("good")));
    media.addExample(
        "good", OASFactory.createExample().summary("Taken").value(plain(example.get("good"))));
    if (example.containsKey("bad")) {
      media.addExample(
          "bad", OASFactory.createExample().summary("Refused").value(plain(example.get("bad"))));
    }
    return OASFactory.createContent().addMediaType(JSON, media);
  }

  private static Schema problem() {
    var error = object("pointer", "code", "message");
    return object("type", "title", "detail", "instance", "code", "request_id")
        .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
        .addProperty("errors", OASFactory.createSchema().addType(SchemaType.ARRAY).items(error));
  }

  private static Schema object(String... texts) {
    var schema = OASFactory.createSchema().addType(SchemaType.OBJECT);
    for (var name : texts) {
      schema.addProperty(name, OASFactory.createSchema().addType(SchemaType.STRING));
    }
    return schema;
  }

  private static Schema schema(JsonValue example) {
    return switch (example) {
      case JsonObject object -> {
        var schema = OASFactory.createSchema().addType(SchemaType.OBJECT);
        object.forEach((name, member) -> schema.addProperty(name, schema(member)));
        yield schema.additionalPropertiesBoolean(object.isEmpty());
      }
      case JsonArray array ->
          OASFactory.createSchema()
              .addType(SchemaType.ARRAY)
              .items(array.isEmpty() ? OASFactory.createSchema() : schema(array.getFirst()));
      case JsonNumber ignored -> OASFactory.createSchema().addType(SchemaType.INTEGER);
      case JsonString ignored -> OASFactory.createSchema().addType(SchemaType.STRING);
      default ->
          example == JsonValue.NULL
              ? OASFactory.createSchema().addType(SchemaType.STRING).addType(SchemaType.NULL)
              : OASFactory.createSchema().addType(SchemaType.BOOLEAN);
    };
  }

  private static @Nullable Object plain(@Nullable JsonValue value) {
    return switch (value) {
      case JsonObject object -> {
        var map = new LinkedHashMap<String, @Nullable Object>();
        object.forEach((name, member) -> map.put(name, plain(member)));
        yield map;
      }
      case JsonArray array -> array.stream().map(ApiDescription::plain).toList();
      case JsonNumber number -> number.longValue();
      case JsonString string -> string.getString();
      case null -> null;
      default -> value == JsonValue.NULL ? null : Boolean.valueOf(value == JsonValue.TRUE);
    };
  }

  private static JsonObject read() {
    try (var reader =
        Json.createReader(
            Objects.requireNonNull(ApiDescription.class.getResourceAsStream("examples.json")))) {
      return reader.readObject();
    }
  }
}
