// The description of the API is sound OpenAPI, and keeps to the Dutch API Design Rules as far as a description can show it.

import assert from "node:assert/strict";
import { test } from "node:test";
import Core from "@stoplight/spectral-core";
import { oas3_1 } from "@stoplight/spectral-formats";
import { pattern, schema, truthy } from "@stoplight/spectral-functions";
import Rulesets from "@stoplight/spectral-rulesets";
import { lenig } from "./program.mjs";

const error = 0;
const success = "$.paths[*][*].responses[?(@property.match(/^[23]/))]";
const of_the_design_rules = {
  "openapi-3": { given: "$", severity: error, then: { function: truthy, field: "openapi" }, formats: [oas3_1] },
  "full-version-in-a-header": { given: success, severity: error, then: { function: truthy, field: "headers.API-Version" } },
  "major-version-in-the-address": { given: "$.servers[*]", severity: error, then: { function: pattern, field: "url", functionOptions: { match: "/v\\d+$" } } },
  "no-slash-at-the-end": { given: "$.paths", severity: error, then: { function: pattern, field: "@key", functionOptions: { notMatch: ".+/$" } } },
  "standard-methods": {
    given: "$.paths[*]",
    severity: error,
    then: { function: pattern, field: "@key", functionOptions: { match: "^(get|put|post|delete|head|patch|options|trace|parameters|summary|description|servers)$" } },
  },
  "semantic-version": { given: "$.info", severity: error, then: { function: pattern, field: "version", functionOptions: { match: "^\\d+\\.\\d+\\.\\d+$" } } },
  "whom-to-ask": {
    given: "$.info.contact",
    severity: error,
    then: { function: schema, functionOptions: { schema: { type: "object", required: ["name", "email", "url"] } } },
  },
};

async function findings_in(description) {
  const spectral = new Core.Spectral();
  spectral.setRuleset({ extends: [[Rulesets.oas, "all"]], rules: of_the_design_rules });
  const found = await spectral.run(description);
  return found.filter(({ severity }) => severity === error).map(({ code, path }) => `${code}: ${path.join(".")}`);
}

const stage = await lenig();
const published = await (await fetch(`${stage.address}/api/v1/openapi.json`)).json();

test("the description of the API has no error", async () => {
  assert.ok(Object.keys(published.paths).length >= 6);
  assert.deepEqual(await findings_in(published), []);
});

test("every rule finds what breaks it", async () => {
  const broken = structuredClone(published);
  const [first] = Object.keys(broken.paths);
  broken.info = { ...broken.info, version: "een", contact: { name: "Lenig" } };
  broken.servers = [{ url: "https://lenig.example/api" }];
  delete broken.paths[first].get.responses["200"].headers;
  broken.paths[`${first}/`] = { fetch: {} };
  const found = (await findings_in(broken)).join("\n");
  for (const rule of Object.keys(of_the_design_rules).filter((name) => name !== "openapi-3")) assert.match(found, new RegExp(rule));
});
