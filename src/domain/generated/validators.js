// Generated from schemas/ by `npm run generate`. Do not edit.
// \0rolldown/runtime.js
var __commonJSMin = (cb, mod) => () => (mod || (cb((mod = { exports: {} }).exports, mod, mod.exports), cb = null), mod.exports);

// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	function ucs2length(str) {
		const len = str.length;
		let length = 0;
		let pos = 0;
		let value;
		while (pos < len) {
			length++;
			value = str.charCodeAt(pos++);
			if (value >= 55296 && value <= 56319 && pos < len) {
				value = str.charCodeAt(pos);
				if ((value & 64512) === 56320) pos++;
			}
		}
		return length;
	}
	exports.default = ucs2length;
	ucs2length.code = "require(\"ajv/dist/runtime/ucs2length\").default";
}));

// node_modules/fast-deep-equal/index.js
var require_fast_deep_equal = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = function equal(a, b) {
		if (a === b) return true;
		if (a && b && typeof a == "object" && typeof b == "object") {
			if (a.constructor !== b.constructor) return false;
			var length, i, keys;
			if (Array.isArray(a)) {
				length = a.length;
				if (length != b.length) return false;
				for (i = length; i-- !== 0;) if (!equal(a[i], b[i])) return false;
				return true;
			}
			if (a.constructor === RegExp) return a.source === b.source && a.flags === b.flags;
			if (a.valueOf !== Object.prototype.valueOf) return a.valueOf() === b.valueOf();
			if (a.toString !== Object.prototype.toString) return a.toString() === b.toString();
			keys = Object.keys(a);
			length = keys.length;
			if (length !== Object.keys(b).length) return false;
			for (i = length; i-- !== 0;) if (!Object.prototype.hasOwnProperty.call(b, keys[i])) return false;
			for (i = length; i-- !== 0;) {
				var key = keys[i];
				if (!equal(a[key], b[key])) return false;
			}
			return true;
		}
		return a !== a && b !== b;
	};
}));

// node_modules/ajv/dist/runtime/equal.js
var require_equal = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const equal = require_fast_deep_equal();
	equal.code = "require(\"ajv/dist/runtime/equal\").default";
	exports.default = equal;
}));

// virtual:validators
const validateSubmission = validate52;
const schema19 = {
	"$schema": "https://json-schema.org/draft/2020-12/schema",
	"$id": "urn:ai-energy-score:schema:submission:1",
	"title": "Submission",
	"description": "A request to score one model on one task: one file per model, task and variant, below submissions/<org>/<model>/.",
	"type": "object",
	"additionalProperties": false,
	"required": [
		"schemaVersion",
		"model",
		"revision",
		"task"
	],
	"properties": {
		"schemaVersion": {
			"const": 1,
			"description": "Version of this format. Always 1."
		},
		"model": {
			"$ref": "#/$defs/modelId",
			"description": "The model's id on the Hugging Face Hub, <org>/<model>."
		},
		"revision": {
			"$ref": "#/$defs/revision",
			"description": "The commit of the model repository to measure: all 40 hexadecimal digits, never a branch or a tag."
		},
		"task": {
			"$ref": "#/$defs/task",
			"description": "The task to score."
		},
		"processor": {
			"type": "object",
			"additionalProperties": false,
			"required": ["model", "revision"],
			"description": "The tokenizer, image processor or feature extractor, where the model's own repository has none.",
			"properties": {
				"model": {
					"$ref": "#/$defs/modelId",
					"description": "The processor's repository on the Hub."
				},
				"revision": {
					"$ref": "#/$defs/revision",
					"description": "The commit of the processor's repository."
				}
			}
		},
		"precision": {
			"$ref": "#/$defs/precision",
			"description": "Number format of the weights while running. By default float16 for text-generation and reasoning, float32 for the other tasks."
		},
		"quantization": {
			"type": "object",
			"additionalProperties": false,
			"required": ["method", "bits"],
			"description": "How a quantised checkpoint stores its weights. Leave it out for weights that are not quantised.",
			"properties": {
				"method": {
					"enum": [
						"onnx",
						"bitsandbytes",
						"gptq",
						"awq",
						"fp8",
						"mxfp4",
						"gguf"
					],
					"description": "The quantisation format of the checkpoint."
				},
				"bits": {
					"enum": [
						2,
						3,
						4,
						5,
						6,
						8
					],
					"description": "Bits per weight."
				}
			}
		},
		"reasoning": {
			"$ref": "#/$defs/reasoning",
			"description": "Whether the model thinks before it answers. By default off for text-generation, on for reasoning."
		},
		"backend": {
			"enum": [
				"transformers",
				"embedded",
				"endpoint"
			],
			"description": "What runs the model: transformers (the Python reference worker), embedded (ONNX Runtime inside this program), endpoint (an OpenAI-compatible server of the operator's). By default what the policy names first."
		},
		"endpoint": {
			"type": "string",
			"pattern": "^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$",
			"description": "The operator's alias of an endpoint. Only with backend: endpoint. Never a URL."
		},
		"evidence": {
			"type": "object",
			"additionalProperties": false,
			"required": ["url", "sha256"],
			"description": "A self-reported result bundle, for models that only their owner can run. Needs the attestation.",
			"properties": {
				"url": {
					"type": "string",
					"maxLength": 512,
					"pattern": "^https://[a-z0-9.-]+(?:/[A-Za-z0-9._~%/+-]*)$",
					"description": "Where the bundle lies: HTTPS, at a host that the policy allows, without query or fragment."
				},
				"sha256": {
					"$ref": "#/$defs/sha256",
					"description": "SHA-256 of the bundle file."
				}
			}
		},
		"attestation": {
			"type": "object",
			"additionalProperties": false,
			"required": [
				"publicSharing",
				"dataIntegrity",
				"modelRepresentation"
			],
			"description": "What the submitter of a self-reported result confirms. Every statement has to be true.",
			"properties": {
				"publicSharing": {
					"const": true,
					"description": "The energy figures may be shared in public."
				},
				"dataIntegrity": {
					"const": true,
					"description": "The logs are accurate, unaltered, and come from the specified procedure."
				},
				"modelRepresentation": {
					"const": true,
					"description": "The model was measured as it runs in production, quantisation included."
				}
			}
		}
	},
	"dependentRequired": { "evidence": ["attestation"] },
	"$defs": {
		"modelId": {
			"type": "string",
			"maxLength": 193,
			"pattern": "^(?!.*(?:\\.\\.|--))[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9])?/[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9_])?$",
			"description": "A repository id of the Hub, <org>/<name>: ASCII letters, digits, '.', '_' and '-'."
		},
		"revision": {
			"type": "string",
			"pattern": "^[0-9a-f]{40}$",
			"description": "A full commit id: 40 lower-case hexadecimal digits."
		},
		"sha256": {
			"type": "string",
			"pattern": "^[0-9a-f]{64}$",
			"description": "A SHA-256 digest: 64 lower-case hexadecimal digits."
		},
		"task": {
			"enum": [
				"text-generation",
				"reasoning",
				"summarization",
				"question-answering",
				"text-classification",
				"sentence-similarity",
				"image-classification",
				"object-detection",
				"automatic-speech-recognition",
				"text-to-image",
				"image-to-text"
			],
			"description": "A task of the AI Energy Score: the Hub's pipeline tag, or reasoning."
		},
		"precision": {
			"enum": [
				"float32",
				"float16",
				"bfloat16"
			],
			"description": "A number format."
		},
		"reasoning": {
			"type": "object",
			"additionalProperties": false,
			"required": ["state"],
			"description": "The reasoning mode of a run.",
			"properties": {
				"state": {
					"enum": ["off", "on"],
					"description": "Whether the model thinks before it answers. Write it as off or on; YAML 1.2 reads both as text."
				},
				"effort": {
					"enum": [
						"low",
						"medium",
						"high"
					],
					"description": "How long it thinks, for models that take it. Only with state: on."
				}
			}
		}
	}
};
const func1 = Object.prototype.hasOwnProperty;
const func2 = require_ucs2length().default;
const pattern3 = new RegExp("^(?!.*(?:\\.\\.|--))[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9])?/[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9_])?$", "u");
function validate53(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate53.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (typeof data === "string") {
		if (func2(data) > 193) {
			const err0 = {
				instancePath,
				schemaPath: "#/maxLength",
				keyword: "maxLength",
				params: { limit: 193 },
				message: "must NOT have more than 193 characters"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (!pattern3.test(data)) {
			const err1 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^(?!.*(?:\\.\\.|--))[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9])?/[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9_])?$" },
				message: "must match pattern \"^(?!.*(?:\\.\\.|--))[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9])?/[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9_])?$\""
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
	} else {
		const err2 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string"
		};
		if (vErrors === null) vErrors = [err2];
		else vErrors.push(err2);
		errors++;
	}
	validate53.errors = vErrors;
	return errors === 0;
}
validate53.evaluated = {
	"dynamicProps": false,
	"dynamicItems": false
};
const pattern4 = new RegExp("^[0-9a-f]{40}$", "u");
function validate55(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate55.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (typeof data === "string") {
		if (!pattern4.test(data)) {
			const err0 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^[0-9a-f]{40}$" },
				message: "must match pattern \"^[0-9a-f]{40}$\""
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string"
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate55.errors = vErrors;
	return errors === 0;
}
validate55.evaluated = {
	"dynamicProps": false,
	"dynamicItems": false
};
const schema22 = {
	"enum": [
		"text-generation",
		"reasoning",
		"summarization",
		"question-answering",
		"text-classification",
		"sentence-similarity",
		"image-classification",
		"object-detection",
		"automatic-speech-recognition",
		"text-to-image",
		"image-to-text"
	],
	"description": "A task of the AI Energy Score: the Hub's pipeline tag, or reasoning."
};
function validate57(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate57.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (!(data === "text-generation" || data === "reasoning" || data === "summarization" || data === "question-answering" || data === "text-classification" || data === "sentence-similarity" || data === "image-classification" || data === "object-detection" || data === "automatic-speech-recognition" || data === "text-to-image" || data === "image-to-text")) {
		const err0 = {
			instancePath,
			schemaPath: "#/enum",
			keyword: "enum",
			params: { allowedValues: schema22.enum },
			message: "must be equal to one of the allowed values"
		};
		if (vErrors === null) vErrors = [err0];
		else vErrors.push(err0);
		errors++;
	}
	validate57.errors = vErrors;
	return errors === 0;
}
validate57.evaluated = {
	"dynamicProps": false,
	"dynamicItems": false
};
const schema23 = {
	"enum": [
		"float32",
		"float16",
		"bfloat16"
	],
	"description": "A number format."
};
function validate61(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate61.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (!(data === "float32" || data === "float16" || data === "bfloat16")) {
		const err0 = {
			instancePath,
			schemaPath: "#/enum",
			keyword: "enum",
			params: { allowedValues: schema23.enum },
			message: "must be equal to one of the allowed values"
		};
		if (vErrors === null) vErrors = [err0];
		else vErrors.push(err0);
		errors++;
	}
	validate61.errors = vErrors;
	return errors === 0;
}
validate61.evaluated = {
	"dynamicProps": false,
	"dynamicItems": false
};
const schema24 = {
	"type": "object",
	"additionalProperties": false,
	"required": ["state"],
	"description": "The reasoning mode of a run.",
	"properties": {
		"state": {
			"enum": ["off", "on"],
			"description": "Whether the model thinks before it answers. Write it as off or on; YAML 1.2 reads both as text."
		},
		"effort": {
			"enum": [
				"low",
				"medium",
				"high"
			],
			"description": "How long it thinks, for models that take it. Only with state: on."
		}
	}
};
function validate63(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate63.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.state === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "state" },
				message: "must have required property 'state'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "state" || key0 === "effort")) {
			const err1 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.state !== void 0) {
			let data0 = data.state;
			if (!(data0 === "off" || data0 === "on")) {
				const err2 = {
					instancePath: instancePath + "/state",
					schemaPath: "#/properties/state/enum",
					keyword: "enum",
					params: { allowedValues: schema24.properties.state.enum },
					message: "must be equal to one of the allowed values"
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.effort !== void 0) {
			let data1 = data.effort;
			if (!(data1 === "low" || data1 === "medium" || data1 === "high")) {
				const err3 = {
					instancePath: instancePath + "/effort",
					schemaPath: "#/properties/effort/enum",
					keyword: "enum",
					params: { allowedValues: schema24.properties.effort.enum },
					message: "must be equal to one of the allowed values"
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
	} else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate63.errors = vErrors;
	return errors === 0;
}
validate63.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
const pattern7 = new RegExp("^[0-9a-f]{64}$", "u");
function validate65(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate65.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (typeof data === "string") {
		if (!pattern7.test(data)) {
			const err0 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^[0-9a-f]{64}$" },
				message: "must match pattern \"^[0-9a-f]{64}$\""
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string"
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate65.errors = vErrors;
	return errors === 0;
}
validate65.evaluated = {
	"dynamicProps": false,
	"dynamicItems": false
};
const pattern5 = new RegExp("^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$", "u");
const pattern6 = new RegExp("^https://[a-z0-9.-]+(?:/[A-Za-z0-9._~%/+-]*)$", "u");
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate52.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.schemaVersion === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "schemaVersion" },
				message: "must have required property 'schemaVersion'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.model === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "model" },
				message: "must have required property 'model'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.revision === void 0) {
			const err2 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "revision" },
				message: "must have required property 'revision'"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.task === void 0) {
			const err3 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "task" },
				message: "must have required property 'task'"
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		for (const key0 in data) if (!func1.call(schema19.properties, key0)) {
			const err4 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
		if (data.schemaVersion !== void 0) {
			if (1 !== data.schemaVersion) {
				const err5 = {
					instancePath: instancePath + "/schemaVersion",
					schemaPath: "#/properties/schemaVersion/const",
					keyword: "const",
					params: { allowedValue: 1 },
					message: "must be equal to constant"
				};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
		}
		if (data.model !== void 0) {
			if (!validate53(data.model, {
				instancePath: instancePath + "/model",
				parentData: data,
				parentDataProperty: "model",
				rootData,
				dynamicAnchors
			})) {
				vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
				errors = vErrors.length;
			}
		}
		if (data.revision !== void 0) {
			if (!validate55(data.revision, {
				instancePath: instancePath + "/revision",
				parentData: data,
				parentDataProperty: "revision",
				rootData,
				dynamicAnchors
			})) {
				vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
				errors = vErrors.length;
			}
		}
		if (data.task !== void 0) {
			if (!validate57(data.task, {
				instancePath: instancePath + "/task",
				parentData: data,
				parentDataProperty: "task",
				rootData,
				dynamicAnchors
			})) {
				vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
				errors = vErrors.length;
			}
		}
		if (data.processor !== void 0) {
			let data4 = data.processor;
			if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
				if (data4.model === void 0) {
					const err6 = {
						instancePath: instancePath + "/processor",
						schemaPath: "#/properties/processor/required",
						keyword: "required",
						params: { missingProperty: "model" },
						message: "must have required property 'model'"
					};
					if (vErrors === null) vErrors = [err6];
					else vErrors.push(err6);
					errors++;
				}
				if (data4.revision === void 0) {
					const err7 = {
						instancePath: instancePath + "/processor",
						schemaPath: "#/properties/processor/required",
						keyword: "required",
						params: { missingProperty: "revision" },
						message: "must have required property 'revision'"
					};
					if (vErrors === null) vErrors = [err7];
					else vErrors.push(err7);
					errors++;
				}
				for (const key1 in data4) if (!(key1 === "model" || key1 === "revision")) {
					const err8 = {
						instancePath: instancePath + "/processor",
						schemaPath: "#/properties/processor/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key1 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err8];
					else vErrors.push(err8);
					errors++;
				}
				if (data4.model !== void 0) {
					if (!validate53(data4.model, {
						instancePath: instancePath + "/processor/model",
						parentData: data4,
						parentDataProperty: "model",
						rootData,
						dynamicAnchors
					})) {
						vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
						errors = vErrors.length;
					}
				}
				if (data4.revision !== void 0) {
					if (!validate55(data4.revision, {
						instancePath: instancePath + "/processor/revision",
						parentData: data4,
						parentDataProperty: "revision",
						rootData,
						dynamicAnchors
					})) {
						vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
						errors = vErrors.length;
					}
				}
			} else {
				const err9 = {
					instancePath: instancePath + "/processor",
					schemaPath: "#/properties/processor/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err9];
				else vErrors.push(err9);
				errors++;
			}
		}
		if (data.precision !== void 0) {
			if (!validate61(data.precision, {
				instancePath: instancePath + "/precision",
				parentData: data,
				parentDataProperty: "precision",
				rootData,
				dynamicAnchors
			})) {
				vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
				errors = vErrors.length;
			}
		}
		if (data.quantization !== void 0) {
			let data8 = data.quantization;
			if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
				if (data8.method === void 0) {
					const err10 = {
						instancePath: instancePath + "/quantization",
						schemaPath: "#/properties/quantization/required",
						keyword: "required",
						params: { missingProperty: "method" },
						message: "must have required property 'method'"
					};
					if (vErrors === null) vErrors = [err10];
					else vErrors.push(err10);
					errors++;
				}
				if (data8.bits === void 0) {
					const err11 = {
						instancePath: instancePath + "/quantization",
						schemaPath: "#/properties/quantization/required",
						keyword: "required",
						params: { missingProperty: "bits" },
						message: "must have required property 'bits'"
					};
					if (vErrors === null) vErrors = [err11];
					else vErrors.push(err11);
					errors++;
				}
				for (const key2 in data8) if (!(key2 === "method" || key2 === "bits")) {
					const err12 = {
						instancePath: instancePath + "/quantization",
						schemaPath: "#/properties/quantization/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key2 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err12];
					else vErrors.push(err12);
					errors++;
				}
				if (data8.method !== void 0) {
					let data9 = data8.method;
					if (!(data9 === "onnx" || data9 === "bitsandbytes" || data9 === "gptq" || data9 === "awq" || data9 === "fp8" || data9 === "mxfp4" || data9 === "gguf")) {
						const err13 = {
							instancePath: instancePath + "/quantization/method",
							schemaPath: "#/properties/quantization/properties/method/enum",
							keyword: "enum",
							params: { allowedValues: schema19.properties.quantization.properties.method.enum },
							message: "must be equal to one of the allowed values"
						};
						if (vErrors === null) vErrors = [err13];
						else vErrors.push(err13);
						errors++;
					}
				}
				if (data8.bits !== void 0) {
					let data10 = data8.bits;
					if (!(data10 === 2 || data10 === 3 || data10 === 4 || data10 === 5 || data10 === 6 || data10 === 8)) {
						const err14 = {
							instancePath: instancePath + "/quantization/bits",
							schemaPath: "#/properties/quantization/properties/bits/enum",
							keyword: "enum",
							params: { allowedValues: schema19.properties.quantization.properties.bits.enum },
							message: "must be equal to one of the allowed values"
						};
						if (vErrors === null) vErrors = [err14];
						else vErrors.push(err14);
						errors++;
					}
				}
			} else {
				const err15 = {
					instancePath: instancePath + "/quantization",
					schemaPath: "#/properties/quantization/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err15];
				else vErrors.push(err15);
				errors++;
			}
		}
		if (data.reasoning !== void 0) {
			if (!validate63(data.reasoning, {
				instancePath: instancePath + "/reasoning",
				parentData: data,
				parentDataProperty: "reasoning",
				rootData,
				dynamicAnchors
			})) {
				vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
				errors = vErrors.length;
			}
		}
		if (data.backend !== void 0) {
			let data12 = data.backend;
			if (!(data12 === "transformers" || data12 === "embedded" || data12 === "endpoint")) {
				const err16 = {
					instancePath: instancePath + "/backend",
					schemaPath: "#/properties/backend/enum",
					keyword: "enum",
					params: { allowedValues: schema19.properties.backend.enum },
					message: "must be equal to one of the allowed values"
				};
				if (vErrors === null) vErrors = [err16];
				else vErrors.push(err16);
				errors++;
			}
		}
		if (data.endpoint !== void 0) {
			let data13 = data.endpoint;
			if (typeof data13 === "string") {
				if (!pattern5.test(data13)) {
					const err17 = {
						instancePath: instancePath + "/endpoint",
						schemaPath: "#/properties/endpoint/pattern",
						keyword: "pattern",
						params: { pattern: "^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$" },
						message: "must match pattern \"^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$\""
					};
					if (vErrors === null) vErrors = [err17];
					else vErrors.push(err17);
					errors++;
				}
			} else {
				const err18 = {
					instancePath: instancePath + "/endpoint",
					schemaPath: "#/properties/endpoint/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err18];
				else vErrors.push(err18);
				errors++;
			}
		}
		if (data.evidence !== void 0) {
			let data14 = data.evidence;
			if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
				if (data14.url === void 0) {
					const err19 = {
						instancePath: instancePath + "/evidence",
						schemaPath: "#/properties/evidence/required",
						keyword: "required",
						params: { missingProperty: "url" },
						message: "must have required property 'url'"
					};
					if (vErrors === null) vErrors = [err19];
					else vErrors.push(err19);
					errors++;
				}
				if (data14.sha256 === void 0) {
					const err20 = {
						instancePath: instancePath + "/evidence",
						schemaPath: "#/properties/evidence/required",
						keyword: "required",
						params: { missingProperty: "sha256" },
						message: "must have required property 'sha256'"
					};
					if (vErrors === null) vErrors = [err20];
					else vErrors.push(err20);
					errors++;
				}
				for (const key3 in data14) if (!(key3 === "url" || key3 === "sha256")) {
					const err21 = {
						instancePath: instancePath + "/evidence",
						schemaPath: "#/properties/evidence/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key3 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err21];
					else vErrors.push(err21);
					errors++;
				}
				if (data14.url !== void 0) {
					let data15 = data14.url;
					if (typeof data15 === "string") {
						if (func2(data15) > 512) {
							const err22 = {
								instancePath: instancePath + "/evidence/url",
								schemaPath: "#/properties/evidence/properties/url/maxLength",
								keyword: "maxLength",
								params: { limit: 512 },
								message: "must NOT have more than 512 characters"
							};
							if (vErrors === null) vErrors = [err22];
							else vErrors.push(err22);
							errors++;
						}
						if (!pattern6.test(data15)) {
							const err23 = {
								instancePath: instancePath + "/evidence/url",
								schemaPath: "#/properties/evidence/properties/url/pattern",
								keyword: "pattern",
								params: { pattern: "^https://[a-z0-9.-]+(?:/[A-Za-z0-9._~%/+-]*)$" },
								message: "must match pattern \"^https://[a-z0-9.-]+(?:/[A-Za-z0-9._~%/+-]*)$\""
							};
							if (vErrors === null) vErrors = [err23];
							else vErrors.push(err23);
							errors++;
						}
					} else {
						const err24 = {
							instancePath: instancePath + "/evidence/url",
							schemaPath: "#/properties/evidence/properties/url/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err24];
						else vErrors.push(err24);
						errors++;
					}
				}
				if (data14.sha256 !== void 0) {
					if (!validate65(data14.sha256, {
						instancePath: instancePath + "/evidence/sha256",
						parentData: data14,
						parentDataProperty: "sha256",
						rootData,
						dynamicAnchors
					})) {
						vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
						errors = vErrors.length;
					}
				}
			} else {
				const err25 = {
					instancePath: instancePath + "/evidence",
					schemaPath: "#/properties/evidence/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err25];
				else vErrors.push(err25);
				errors++;
			}
		}
		if (data.attestation !== void 0) {
			let data17 = data.attestation;
			if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
				if (data17.publicSharing === void 0) {
					const err26 = {
						instancePath: instancePath + "/attestation",
						schemaPath: "#/properties/attestation/required",
						keyword: "required",
						params: { missingProperty: "publicSharing" },
						message: "must have required property 'publicSharing'"
					};
					if (vErrors === null) vErrors = [err26];
					else vErrors.push(err26);
					errors++;
				}
				if (data17.dataIntegrity === void 0) {
					const err27 = {
						instancePath: instancePath + "/attestation",
						schemaPath: "#/properties/attestation/required",
						keyword: "required",
						params: { missingProperty: "dataIntegrity" },
						message: "must have required property 'dataIntegrity'"
					};
					if (vErrors === null) vErrors = [err27];
					else vErrors.push(err27);
					errors++;
				}
				if (data17.modelRepresentation === void 0) {
					const err28 = {
						instancePath: instancePath + "/attestation",
						schemaPath: "#/properties/attestation/required",
						keyword: "required",
						params: { missingProperty: "modelRepresentation" },
						message: "must have required property 'modelRepresentation'"
					};
					if (vErrors === null) vErrors = [err28];
					else vErrors.push(err28);
					errors++;
				}
				for (const key4 in data17) if (!(key4 === "publicSharing" || key4 === "dataIntegrity" || key4 === "modelRepresentation")) {
					const err29 = {
						instancePath: instancePath + "/attestation",
						schemaPath: "#/properties/attestation/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key4 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err29];
					else vErrors.push(err29);
					errors++;
				}
				if (data17.publicSharing !== void 0) {
					if (true !== data17.publicSharing) {
						const err30 = {
							instancePath: instancePath + "/attestation/publicSharing",
							schemaPath: "#/properties/attestation/properties/publicSharing/const",
							keyword: "const",
							params: { allowedValue: true },
							message: "must be equal to constant"
						};
						if (vErrors === null) vErrors = [err30];
						else vErrors.push(err30);
						errors++;
					}
				}
				if (data17.dataIntegrity !== void 0) {
					if (true !== data17.dataIntegrity) {
						const err31 = {
							instancePath: instancePath + "/attestation/dataIntegrity",
							schemaPath: "#/properties/attestation/properties/dataIntegrity/const",
							keyword: "const",
							params: { allowedValue: true },
							message: "must be equal to constant"
						};
						if (vErrors === null) vErrors = [err31];
						else vErrors.push(err31);
						errors++;
					}
				}
				if (data17.modelRepresentation !== void 0) {
					if (true !== data17.modelRepresentation) {
						const err32 = {
							instancePath: instancePath + "/attestation/modelRepresentation",
							schemaPath: "#/properties/attestation/properties/modelRepresentation/const",
							keyword: "const",
							params: { allowedValue: true },
							message: "must be equal to constant"
						};
						if (vErrors === null) vErrors = [err32];
						else vErrors.push(err32);
						errors++;
					}
				}
			} else {
				const err33 = {
					instancePath: instancePath + "/attestation",
					schemaPath: "#/properties/attestation/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err33];
				else vErrors.push(err33);
				errors++;
			}
		}
		if (data.evidence !== void 0) {
			if (data.attestation === void 0) {
				const err34 = {
					instancePath,
					schemaPath: "#/dependentRequired",
					keyword: "dependentRequired",
					params: {
						property: "evidence",
						missingProperty: "attestation",
						depsCount: 1,
						deps: "attestation"
					},
					message: "must have property attestation when property evidence is present"
				};
				if (vErrors === null) vErrors = [err34];
				else vErrors.push(err34);
				errors++;
			}
		}
	} else {
		const err35 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err35];
		else vErrors.push(err35);
		errors++;
	}
	validate52.errors = vErrors;
	return errors === 0;
}
validate52.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
const validatePlan = validate67;
const schema26 = {
	"$schema": "https://json-schema.org/draft/2020-12/schema",
	"$id": "urn:ai-energy-score:schema:plan:1",
	"title": "Plan",
	"description": "Everything one benchmark will do, resolved before it starts. Its SHA-256 over the canonical JSON is the planDigest.",
	"type": "object",
	"additionalProperties": false,
	"required": [
		"schemaVersion",
		"submission",
		"task",
		"variant",
		"model",
		"reasoning",
		"backend",
		"dataset",
		"generation",
		"phases",
		"runs",
		"minimumPhaseSeconds",
		"warmUp",
		"traceHertz",
		"policySha256"
	],
	"properties": {
		"schemaVersion": {
			"const": 1,
			"description": "Version of this format. Always 1."
		},
		"submission": {
			"type": "object",
			"additionalProperties": false,
			"required": ["path", "sha256"],
			"description": "The submission file that asked for the run.",
			"properties": {
				"path": {
					"type": "string",
					"maxLength": 512,
					"description": "Its path below the submissions root, with forward slashes."
				},
				"sha256": {
					"$ref": "#/$defs/sha256",
					"description": "SHA-256 of its bytes."
				}
			}
		},
		"task": {
			"$ref": "#/$defs/task",
			"description": "The task."
		},
		"variant": {
			"type": ["string", "null"],
			"pattern": "^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$",
			"description": "The variant named by the file, or null."
		},
		"model": {
			"type": "object",
			"additionalProperties": false,
			"required": [
				"id",
				"revision",
				"source",
				"parameters",
				"class",
				"precision",
				"quantization",
				"processor"
			],
			"description": "The model that will run.",
			"properties": {
				"id": {
					"$ref": "#/$defs/modelId",
					"description": "The model's id."
				},
				"revision": {
					"$ref": "#/$defs/revision",
					"description": "The pinned revision."
				},
				"source": {
					"enum": [
						"hub",
						"local",
						"endpoint"
					],
					"description": "hub: downloaded from the Hugging Face Hub at the revision. local: a folder of the operator's, whose content digest is the revision. endpoint: behind an operator's endpoint, where its files cannot be seen."
				},
				"parameters": {
					"type": ["integer", "null"],
					"minimum": 1,
					"maximum": 0x5af3107a4000,
					"description": "Number of parameters, every expert counted; null when nothing tells it."
				},
				"class": {
					"$ref": "#/$defs/modelClass",
					"description": "The model class, for text-generation and reasoning; null for other tasks or when the parameters are unknown."
				},
				"precision": {
					"$ref": "#/$defs/precision",
					"description": "Number format while running."
				},
				"quantization": {
					"oneOf": [{
						"type": "null",
						"description": "The weights are not quantised."
					}, {
						"type": "object",
						"additionalProperties": false,
						"required": ["method", "bits"],
						"description": "How the weights are quantised.",
						"properties": {
							"method": {
								"type": "string",
								"maxLength": 32,
								"description": "The quantisation format."
							},
							"bits": {
								"type": "integer",
								"minimum": 1,
								"maximum": 16,
								"description": "Bits per weight."
							}
						}
					}],
					"description": "Quantisation of the checkpoint, or null."
				},
				"processor": {
					"oneOf": [{
						"type": "null",
						"description": "The model's own repository holds the processor."
					}, {
						"type": "object",
						"additionalProperties": false,
						"required": ["id", "revision"],
						"description": "A processor from another repository.",
						"properties": {
							"id": {
								"$ref": "#/$defs/modelId",
								"description": "The processor's repository."
							},
							"revision": {
								"$ref": "#/$defs/revision",
								"description": "Its pinned revision."
							}
						}
					}],
					"description": "The processor, where it comes from another repository."
				}
			}
		},
		"reasoning": {
			"type": "object",
			"additionalProperties": false,
			"required": ["state", "effort"],
			"description": "The reasoning mode of the run.",
			"properties": {
				"state": {
					"enum": ["off", "on"],
					"description": "Whether the model thinks before it answers."
				},
				"effort": {
					"enum": [
						"low",
						"medium",
						"high",
						null
					],
					"description": "How long it thinks, or null where the model takes no such setting."
				}
			}
		},
		"backend": {
			"type": "object",
			"additionalProperties": false,
			"required": ["id", "endpoint"],
			"description": "What runs the model.",
			"properties": {
				"id": {
					"enum": [
						"transformers",
						"embedded",
						"endpoint"
					],
					"description": "The backend."
				},
				"endpoint": {
					"type": ["string", "null"],
					"maxLength": 40,
					"description": "The endpoint's alias, or null."
				}
			}
		},
		"dataset": {
			"type": "object",
			"additionalProperties": false,
			"required": [
				"id",
				"revision",
				"split",
				"columns",
				"rows",
				"rowsSha256",
				"official"
			],
			"description": "The queries.",
			"properties": {
				"id": {
					"type": "string",
					"maxLength": 193,
					"description": "The data set's id on the Hub, or the file name of a local one."
				},
				"revision": {
					"oneOf": [{
						"type": "null",
						"description": "A local file."
					}, {
						"$ref": "#/$defs/revision",
						"description": "A commit of the Hub."
					}],
					"description": "The data set's pinned revision; null for a local file."
				},
				"split": {
					"type": "string",
					"maxLength": 32,
					"description": "The split."
				},
				"columns": {
					"type": "array",
					"minItems": 1,
					"maxItems": 4,
					"items": {
						"type": "string",
						"maxLength": 64,
						"description": "A column's name."
					},
					"description": "The columns that make one query, in order."
				},
				"rows": {
					"type": "integer",
					"minimum": 1,
					"maximum": 1e6,
					"description": "Number of queries in one pass."
				},
				"rowsSha256": {
					"$ref": "#/$defs/sha256",
					"description": "SHA-256 over the SHA-256 of every row, in order."
				},
				"official": {
					"type": "boolean",
					"description": "Whether this is the task's official data set."
				}
			}
		},
		"generation": {
			"type": "object",
			"additionalProperties": false,
			"required": [
				"batchSize",
				"newTokens",
				"exactNewTokens",
				"inferenceSteps"
			],
			"description": "How each query is answered. Always greedy.",
			"properties": {
				"batchSize": {
					"const": 1,
					"description": "Queries per call. Always 1."
				},
				"newTokens": {
					"type": ["integer", "null"],
					"minimum": 1,
					"maximum": 131072,
					"description": "New tokens per query, or null where the task generates none."
				},
				"exactNewTokens": {
					"type": "boolean",
					"description": "Whether every query has to give exactly newTokens tokens (otherwise at most)."
				},
				"inferenceSteps": {
					"type": ["integer", "null"],
					"minimum": 1,
					"maximum": 1e3,
					"description": "Diffusion steps per image, or null."
				}
			}
		},
		"phases": {
			"type": "array",
			"minItems": 2,
			"maxItems": 3,
			"items": { "$ref": "#/$defs/phase" },
			"description": "The measured phases in order. prefill, where present, runs once per result; the others once per run."
		},
		"runs": {
			"type": "integer",
			"minimum": 1,
			"maximum": 100,
			"description": "How often the whole data set is measured; with stopping, the most it is."
		},
		"stopping": {
			"type": "object",
			"additionalProperties": false,
			"required": ["minimumRuns", "halfWidthFraction"],
			"description": "Ends the runs early, as soon as their mean is known well enough. Absent where their number is fixed.",
			"properties": {
				"minimumRuns": {
					"type": "integer",
					"minimum": 2,
					"maximum": 100,
					"description": "Runs before the first look."
				},
				"halfWidthFraction": {
					"type": "number",
					"exclusiveMinimum": 0,
					"maximum": 1,
					"description": "Half of the 95 % interval, corrected for the looks, at which the runs end, as a fraction of the mean."
				}
			}
		},
		"minimumPhaseSeconds": {
			"type": "number",
			"minimum": 0,
			"maximum": 3600,
			"description": "A phase shorter than this repeats the whole data set, in seconds."
		},
		"warmUp": {
			"type": "object",
			"additionalProperties": false,
			"required": ["maximumSeconds"],
			"description": "What happens before the first measured phase: one full query, ten short ones, then queries until power settles.",
			"properties": { "maximumSeconds": {
				"type": "number",
				"minimum": 0,
				"maximum": 3600,
				"description": "Upper bound of the whole warm-up, in seconds."
			} }
		},
		"coolDown": {
			"type": "object",
			"additionalProperties": false,
			"required": ["maximumSeconds", "bandKelvin"],
			"description": "A wait before every run until no metered GPU is warmer than after the warm-up plus a band. Absent where runs follow each other.",
			"properties": {
				"maximumSeconds": {
					"type": "number",
					"exclusiveMinimum": 0,
					"maximum": 3600,
					"description": "Upper bound of each wait, in seconds."
				},
				"bandKelvin": {
					"type": "number",
					"minimum": 0,
					"maximum": 100,
					"description": "The band, in kelvins."
				}
			}
		},
		"traceHertz": {
			"type": "number",
			"minimum": 1,
			"maximum": 100,
			"description": "Sampling rate of the trace, in hertz."
		},
		"policySha256": {
			"$ref": "#/$defs/sha256",
			"description": "SHA-256 of the policy's canonical JSON."
		},
		"concurrency": {
			"type": "integer",
			"minimum": 2,
			"maximum": 1024,
			"description": "Queries at one time in an extra window after the last run, which is reported apart. Absent where there is none."
		}
	},
	"$defs": {
		"modelId": {
			"type": "string",
			"maxLength": 193,
			"pattern": "^(?!.*(?:\\.\\.|--))[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9])?/[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9_])?$",
			"description": "A repository id of the Hub, <org>/<name>: ASCII letters, digits, '.', '_' and '-'."
		},
		"revision": {
			"type": "string",
			"pattern": "^[0-9a-f]{40}$",
			"description": "A full commit id: 40 lower-case hexadecimal digits."
		},
		"sha256": {
			"type": "string",
			"pattern": "^[0-9a-f]{64}$",
			"description": "A SHA-256 digest: 64 lower-case hexadecimal digits."
		},
		"task": {
			"enum": [
				"text-generation",
				"reasoning",
				"summarization",
				"question-answering",
				"text-classification",
				"sentence-similarity",
				"image-classification",
				"object-detection",
				"automatic-speech-recognition",
				"text-to-image",
				"image-to-text"
			],
			"description": "A task of the AI Energy Score: the Hub's pipeline tag, or reasoning."
		},
		"precision": {
			"enum": [
				"float32",
				"float16",
				"bfloat16"
			],
			"description": "A number format."
		},
		"modelClass": {
			"enum": [
				"A",
				"B",
				"C",
				null
			],
			"description": "A: up to 20 billion parameters, one GPU. B: up to 66 billion, one H100. C: more, several H100."
		},
		"phase": {
			"enum": [
				"preprocess",
				"prefill",
				"generate",
				"forward",
				"call"
			],
			"description": "A measured phase. generate is the pass over every query with all its new tokens: prefill plus decode."
		}
	}
};
function validate68(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate68.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (typeof data === "string") {
		if (!pattern7.test(data)) {
			const err0 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^[0-9a-f]{64}$" },
				message: "must match pattern \"^[0-9a-f]{64}$\""
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string"
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate68.errors = vErrors;
	return errors === 0;
}
validate68.evaluated = {
	"dynamicProps": false,
	"dynamicItems": false
};
const schema28 = {
	"enum": [
		"text-generation",
		"reasoning",
		"summarization",
		"question-answering",
		"text-classification",
		"sentence-similarity",
		"image-classification",
		"object-detection",
		"automatic-speech-recognition",
		"text-to-image",
		"image-to-text"
	],
	"description": "A task of the AI Energy Score: the Hub's pipeline tag, or reasoning."
};
function validate70(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate70.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (!(data === "text-generation" || data === "reasoning" || data === "summarization" || data === "question-answering" || data === "text-classification" || data === "sentence-similarity" || data === "image-classification" || data === "object-detection" || data === "automatic-speech-recognition" || data === "text-to-image" || data === "image-to-text")) {
		const err0 = {
			instancePath,
			schemaPath: "#/enum",
			keyword: "enum",
			params: { allowedValues: schema28.enum },
			message: "must be equal to one of the allowed values"
		};
		if (vErrors === null) vErrors = [err0];
		else vErrors.push(err0);
		errors++;
	}
	validate70.errors = vErrors;
	return errors === 0;
}
validate70.evaluated = {
	"dynamicProps": false,
	"dynamicItems": false
};
function validate72(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate72.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (typeof data === "string") {
		if (func2(data) > 193) {
			const err0 = {
				instancePath,
				schemaPath: "#/maxLength",
				keyword: "maxLength",
				params: { limit: 193 },
				message: "must NOT have more than 193 characters"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (!pattern3.test(data)) {
			const err1 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^(?!.*(?:\\.\\.|--))[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9])?/[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9_])?$" },
				message: "must match pattern \"^(?!.*(?:\\.\\.|--))[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9])?/[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9_])?$\""
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
	} else {
		const err2 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string"
		};
		if (vErrors === null) vErrors = [err2];
		else vErrors.push(err2);
		errors++;
	}
	validate72.errors = vErrors;
	return errors === 0;
}
validate72.evaluated = {
	"dynamicProps": false,
	"dynamicItems": false
};
function validate74(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate74.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (typeof data === "string") {
		if (!pattern4.test(data)) {
			const err0 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^[0-9a-f]{40}$" },
				message: "must match pattern \"^[0-9a-f]{40}$\""
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string"
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate74.errors = vErrors;
	return errors === 0;
}
validate74.evaluated = {
	"dynamicProps": false,
	"dynamicItems": false
};
const schema31 = {
	"enum": [
		"A",
		"B",
		"C",
		null
	],
	"description": "A: up to 20 billion parameters, one GPU. B: up to 66 billion, one H100. C: more, several H100."
};
function validate76(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate76.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (!(data === "A" || data === "B" || data === "C" || data === null)) {
		const err0 = {
			instancePath,
			schemaPath: "#/enum",
			keyword: "enum",
			params: { allowedValues: schema31.enum },
			message: "must be equal to one of the allowed values"
		};
		if (vErrors === null) vErrors = [err0];
		else vErrors.push(err0);
		errors++;
	}
	validate76.errors = vErrors;
	return errors === 0;
}
validate76.evaluated = {
	"dynamicProps": false,
	"dynamicItems": false
};
const schema32 = {
	"enum": [
		"float32",
		"float16",
		"bfloat16"
	],
	"description": "A number format."
};
function validate78(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate78.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (!(data === "float32" || data === "float16" || data === "bfloat16")) {
		const err0 = {
			instancePath,
			schemaPath: "#/enum",
			keyword: "enum",
			params: { allowedValues: schema32.enum },
			message: "must be equal to one of the allowed values"
		};
		if (vErrors === null) vErrors = [err0];
		else vErrors.push(err0);
		errors++;
	}
	validate78.errors = vErrors;
	return errors === 0;
}
validate78.evaluated = {
	"dynamicProps": false,
	"dynamicItems": false
};
const schema33 = {
	"enum": [
		"preprocess",
		"prefill",
		"generate",
		"forward",
		"call"
	],
	"description": "A measured phase. generate is the pass over every query with all its new tokens: prefill plus decode."
};
function validate84(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate84.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (!(data === "preprocess" || data === "prefill" || data === "generate" || data === "forward" || data === "call")) {
		const err0 = {
			instancePath,
			schemaPath: "#/enum",
			keyword: "enum",
			params: { allowedValues: schema33.enum },
			message: "must be equal to one of the allowed values"
		};
		if (vErrors === null) vErrors = [err0];
		else vErrors.push(err0);
		errors++;
	}
	validate84.errors = vErrors;
	return errors === 0;
}
validate84.evaluated = {
	"dynamicProps": false,
	"dynamicItems": false
};
function validate67(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate67.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.schemaVersion === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "schemaVersion" },
				message: "must have required property 'schemaVersion'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.submission === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "submission" },
				message: "must have required property 'submission'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.task === void 0) {
			const err2 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "task" },
				message: "must have required property 'task'"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.variant === void 0) {
			const err3 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "variant" },
				message: "must have required property 'variant'"
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (data.model === void 0) {
			const err4 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "model" },
				message: "must have required property 'model'"
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
		if (data.reasoning === void 0) {
			const err5 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "reasoning" },
				message: "must have required property 'reasoning'"
			};
			if (vErrors === null) vErrors = [err5];
			else vErrors.push(err5);
			errors++;
		}
		if (data.backend === void 0) {
			const err6 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "backend" },
				message: "must have required property 'backend'"
			};
			if (vErrors === null) vErrors = [err6];
			else vErrors.push(err6);
			errors++;
		}
		if (data.dataset === void 0) {
			const err7 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "dataset" },
				message: "must have required property 'dataset'"
			};
			if (vErrors === null) vErrors = [err7];
			else vErrors.push(err7);
			errors++;
		}
		if (data.generation === void 0) {
			const err8 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "generation" },
				message: "must have required property 'generation'"
			};
			if (vErrors === null) vErrors = [err8];
			else vErrors.push(err8);
			errors++;
		}
		if (data.phases === void 0) {
			const err9 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "phases" },
				message: "must have required property 'phases'"
			};
			if (vErrors === null) vErrors = [err9];
			else vErrors.push(err9);
			errors++;
		}
		if (data.runs === void 0) {
			const err10 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "runs" },
				message: "must have required property 'runs'"
			};
			if (vErrors === null) vErrors = [err10];
			else vErrors.push(err10);
			errors++;
		}
		if (data.minimumPhaseSeconds === void 0) {
			const err11 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "minimumPhaseSeconds" },
				message: "must have required property 'minimumPhaseSeconds'"
			};
			if (vErrors === null) vErrors = [err11];
			else vErrors.push(err11);
			errors++;
		}
		if (data.warmUp === void 0) {
			const err12 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "warmUp" },
				message: "must have required property 'warmUp'"
			};
			if (vErrors === null) vErrors = [err12];
			else vErrors.push(err12);
			errors++;
		}
		if (data.traceHertz === void 0) {
			const err13 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "traceHertz" },
				message: "must have required property 'traceHertz'"
			};
			if (vErrors === null) vErrors = [err13];
			else vErrors.push(err13);
			errors++;
		}
		if (data.policySha256 === void 0) {
			const err14 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "policySha256" },
				message: "must have required property 'policySha256'"
			};
			if (vErrors === null) vErrors = [err14];
			else vErrors.push(err14);
			errors++;
		}
		for (const key0 in data) if (!func1.call(schema26.properties, key0)) {
			const err15 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err15];
			else vErrors.push(err15);
			errors++;
		}
		if (data.schemaVersion !== void 0) {
			if (1 !== data.schemaVersion) {
				const err16 = {
					instancePath: instancePath + "/schemaVersion",
					schemaPath: "#/properties/schemaVersion/const",
					keyword: "const",
					params: { allowedValue: 1 },
					message: "must be equal to constant"
				};
				if (vErrors === null) vErrors = [err16];
				else vErrors.push(err16);
				errors++;
			}
		}
		if (data.submission !== void 0) {
			let data1 = data.submission;
			if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
				if (data1.path === void 0) {
					const err17 = {
						instancePath: instancePath + "/submission",
						schemaPath: "#/properties/submission/required",
						keyword: "required",
						params: { missingProperty: "path" },
						message: "must have required property 'path'"
					};
					if (vErrors === null) vErrors = [err17];
					else vErrors.push(err17);
					errors++;
				}
				if (data1.sha256 === void 0) {
					const err18 = {
						instancePath: instancePath + "/submission",
						schemaPath: "#/properties/submission/required",
						keyword: "required",
						params: { missingProperty: "sha256" },
						message: "must have required property 'sha256'"
					};
					if (vErrors === null) vErrors = [err18];
					else vErrors.push(err18);
					errors++;
				}
				for (const key1 in data1) if (!(key1 === "path" || key1 === "sha256")) {
					const err19 = {
						instancePath: instancePath + "/submission",
						schemaPath: "#/properties/submission/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key1 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err19];
					else vErrors.push(err19);
					errors++;
				}
				if (data1.path !== void 0) {
					let data2 = data1.path;
					if (typeof data2 === "string") {
						if (func2(data2) > 512) {
							const err20 = {
								instancePath: instancePath + "/submission/path",
								schemaPath: "#/properties/submission/properties/path/maxLength",
								keyword: "maxLength",
								params: { limit: 512 },
								message: "must NOT have more than 512 characters"
							};
							if (vErrors === null) vErrors = [err20];
							else vErrors.push(err20);
							errors++;
						}
					} else {
						const err21 = {
							instancePath: instancePath + "/submission/path",
							schemaPath: "#/properties/submission/properties/path/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err21];
						else vErrors.push(err21);
						errors++;
					}
				}
				if (data1.sha256 !== void 0) {
					if (!validate68(data1.sha256, {
						instancePath: instancePath + "/submission/sha256",
						parentData: data1,
						parentDataProperty: "sha256",
						rootData,
						dynamicAnchors
					})) {
						vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
						errors = vErrors.length;
					}
				}
			} else {
				const err22 = {
					instancePath: instancePath + "/submission",
					schemaPath: "#/properties/submission/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err22];
				else vErrors.push(err22);
				errors++;
			}
		}
		if (data.task !== void 0) {
			if (!validate70(data.task, {
				instancePath: instancePath + "/task",
				parentData: data,
				parentDataProperty: "task",
				rootData,
				dynamicAnchors
			})) {
				vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
				errors = vErrors.length;
			}
		}
		if (data.variant !== void 0) {
			let data5 = data.variant;
			if (typeof data5 !== "string" && data5 !== null) {
				const err23 = {
					instancePath: instancePath + "/variant",
					schemaPath: "#/properties/variant/type",
					keyword: "type",
					params: { type: schema26.properties.variant.type },
					message: "must be string,null"
				};
				if (vErrors === null) vErrors = [err23];
				else vErrors.push(err23);
				errors++;
			}
			if (typeof data5 === "string") {
				if (!pattern5.test(data5)) {
					const err24 = {
						instancePath: instancePath + "/variant",
						schemaPath: "#/properties/variant/pattern",
						keyword: "pattern",
						params: { pattern: "^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$" },
						message: "must match pattern \"^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$\""
					};
					if (vErrors === null) vErrors = [err24];
					else vErrors.push(err24);
					errors++;
				}
			}
		}
		if (data.model !== void 0) {
			let data6 = data.model;
			if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
				if (data6.id === void 0) {
					const err25 = {
						instancePath: instancePath + "/model",
						schemaPath: "#/properties/model/required",
						keyword: "required",
						params: { missingProperty: "id" },
						message: "must have required property 'id'"
					};
					if (vErrors === null) vErrors = [err25];
					else vErrors.push(err25);
					errors++;
				}
				if (data6.revision === void 0) {
					const err26 = {
						instancePath: instancePath + "/model",
						schemaPath: "#/properties/model/required",
						keyword: "required",
						params: { missingProperty: "revision" },
						message: "must have required property 'revision'"
					};
					if (vErrors === null) vErrors = [err26];
					else vErrors.push(err26);
					errors++;
				}
				if (data6.source === void 0) {
					const err27 = {
						instancePath: instancePath + "/model",
						schemaPath: "#/properties/model/required",
						keyword: "required",
						params: { missingProperty: "source" },
						message: "must have required property 'source'"
					};
					if (vErrors === null) vErrors = [err27];
					else vErrors.push(err27);
					errors++;
				}
				if (data6.parameters === void 0) {
					const err28 = {
						instancePath: instancePath + "/model",
						schemaPath: "#/properties/model/required",
						keyword: "required",
						params: { missingProperty: "parameters" },
						message: "must have required property 'parameters'"
					};
					if (vErrors === null) vErrors = [err28];
					else vErrors.push(err28);
					errors++;
				}
				if (data6.class === void 0) {
					const err29 = {
						instancePath: instancePath + "/model",
						schemaPath: "#/properties/model/required",
						keyword: "required",
						params: { missingProperty: "class" },
						message: "must have required property 'class'"
					};
					if (vErrors === null) vErrors = [err29];
					else vErrors.push(err29);
					errors++;
				}
				if (data6.precision === void 0) {
					const err30 = {
						instancePath: instancePath + "/model",
						schemaPath: "#/properties/model/required",
						keyword: "required",
						params: { missingProperty: "precision" },
						message: "must have required property 'precision'"
					};
					if (vErrors === null) vErrors = [err30];
					else vErrors.push(err30);
					errors++;
				}
				if (data6.quantization === void 0) {
					const err31 = {
						instancePath: instancePath + "/model",
						schemaPath: "#/properties/model/required",
						keyword: "required",
						params: { missingProperty: "quantization" },
						message: "must have required property 'quantization'"
					};
					if (vErrors === null) vErrors = [err31];
					else vErrors.push(err31);
					errors++;
				}
				if (data6.processor === void 0) {
					const err32 = {
						instancePath: instancePath + "/model",
						schemaPath: "#/properties/model/required",
						keyword: "required",
						params: { missingProperty: "processor" },
						message: "must have required property 'processor'"
					};
					if (vErrors === null) vErrors = [err32];
					else vErrors.push(err32);
					errors++;
				}
				for (const key2 in data6) if (!(key2 === "id" || key2 === "revision" || key2 === "source" || key2 === "parameters" || key2 === "class" || key2 === "precision" || key2 === "quantization" || key2 === "processor")) {
					const err33 = {
						instancePath: instancePath + "/model",
						schemaPath: "#/properties/model/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key2 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err33];
					else vErrors.push(err33);
					errors++;
				}
				if (data6.id !== void 0) {
					if (!validate72(data6.id, {
						instancePath: instancePath + "/model/id",
						parentData: data6,
						parentDataProperty: "id",
						rootData,
						dynamicAnchors
					})) {
						vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
						errors = vErrors.length;
					}
				}
				if (data6.revision !== void 0) {
					if (!validate74(data6.revision, {
						instancePath: instancePath + "/model/revision",
						parentData: data6,
						parentDataProperty: "revision",
						rootData,
						dynamicAnchors
					})) {
						vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
						errors = vErrors.length;
					}
				}
				if (data6.source !== void 0) {
					let data9 = data6.source;
					if (!(data9 === "hub" || data9 === "local" || data9 === "endpoint")) {
						const err34 = {
							instancePath: instancePath + "/model/source",
							schemaPath: "#/properties/model/properties/source/enum",
							keyword: "enum",
							params: { allowedValues: schema26.properties.model.properties.source.enum },
							message: "must be equal to one of the allowed values"
						};
						if (vErrors === null) vErrors = [err34];
						else vErrors.push(err34);
						errors++;
					}
				}
				if (data6.parameters !== void 0) {
					let data10 = data6.parameters;
					if (!(typeof data10 == "number" && !(data10 % 1) && !isNaN(data10) && isFinite(data10)) && data10 !== null) {
						const err35 = {
							instancePath: instancePath + "/model/parameters",
							schemaPath: "#/properties/model/properties/parameters/type",
							keyword: "type",
							params: { type: schema26.properties.model.properties.parameters.type },
							message: "must be integer,null"
						};
						if (vErrors === null) vErrors = [err35];
						else vErrors.push(err35);
						errors++;
					}
					if (typeof data10 == "number" && isFinite(data10)) {
						if (data10 > 0x5af3107a4000 || isNaN(data10)) {
							const err36 = {
								instancePath: instancePath + "/model/parameters",
								schemaPath: "#/properties/model/properties/parameters/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 0x5af3107a4000
								},
								message: "must be <= 100000000000000"
							};
							if (vErrors === null) vErrors = [err36];
							else vErrors.push(err36);
							errors++;
						}
						if (data10 < 1 || isNaN(data10)) {
							const err37 = {
								instancePath: instancePath + "/model/parameters",
								schemaPath: "#/properties/model/properties/parameters/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1"
							};
							if (vErrors === null) vErrors = [err37];
							else vErrors.push(err37);
							errors++;
						}
					}
				}
				if (data6.class !== void 0) {
					if (!validate76(data6.class, {
						instancePath: instancePath + "/model/class",
						parentData: data6,
						parentDataProperty: "class",
						rootData,
						dynamicAnchors
					})) {
						vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
						errors = vErrors.length;
					}
				}
				if (data6.precision !== void 0) {
					if (!validate78(data6.precision, {
						instancePath: instancePath + "/model/precision",
						parentData: data6,
						parentDataProperty: "precision",
						rootData,
						dynamicAnchors
					})) {
						vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors);
						errors = vErrors.length;
					}
				}
				if (data6.quantization !== void 0) {
					let data13 = data6.quantization;
					const _errs23 = errors;
					let valid3 = false;
					let passing0 = null;
					const _errs24 = errors;
					if (data13 !== null) {
						const err38 = {
							instancePath: instancePath + "/model/quantization",
							schemaPath: "#/properties/model/properties/quantization/oneOf/0/type",
							keyword: "type",
							params: { type: "null" },
							message: "must be null"
						};
						if (vErrors === null) vErrors = [err38];
						else vErrors.push(err38);
						errors++;
					}
					var _valid0 = _errs24 === errors;
					if (_valid0) {
						valid3 = true;
						passing0 = 0;
					}
					const _errs26 = errors;
					if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
						if (data13.method === void 0) {
							const err39 = {
								instancePath: instancePath + "/model/quantization",
								schemaPath: "#/properties/model/properties/quantization/oneOf/1/required",
								keyword: "required",
								params: { missingProperty: "method" },
								message: "must have required property 'method'"
							};
							if (vErrors === null) vErrors = [err39];
							else vErrors.push(err39);
							errors++;
						}
						if (data13.bits === void 0) {
							const err40 = {
								instancePath: instancePath + "/model/quantization",
								schemaPath: "#/properties/model/properties/quantization/oneOf/1/required",
								keyword: "required",
								params: { missingProperty: "bits" },
								message: "must have required property 'bits'"
							};
							if (vErrors === null) vErrors = [err40];
							else vErrors.push(err40);
							errors++;
						}
						for (const key3 in data13) if (!(key3 === "method" || key3 === "bits")) {
							const err41 = {
								instancePath: instancePath + "/model/quantization",
								schemaPath: "#/properties/model/properties/quantization/oneOf/1/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key3 },
								message: "must NOT have additional properties"
							};
							if (vErrors === null) vErrors = [err41];
							else vErrors.push(err41);
							errors++;
						}
						if (data13.method !== void 0) {
							let data14 = data13.method;
							if (typeof data14 === "string") {
								if (func2(data14) > 32) {
									const err42 = {
										instancePath: instancePath + "/model/quantization/method",
										schemaPath: "#/properties/model/properties/quantization/oneOf/1/properties/method/maxLength",
										keyword: "maxLength",
										params: { limit: 32 },
										message: "must NOT have more than 32 characters"
									};
									if (vErrors === null) vErrors = [err42];
									else vErrors.push(err42);
									errors++;
								}
							} else {
								const err43 = {
									instancePath: instancePath + "/model/quantization/method",
									schemaPath: "#/properties/model/properties/quantization/oneOf/1/properties/method/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err43];
								else vErrors.push(err43);
								errors++;
							}
						}
						if (data13.bits !== void 0) {
							let data15 = data13.bits;
							if (!(typeof data15 == "number" && !(data15 % 1) && !isNaN(data15) && isFinite(data15))) {
								const err44 = {
									instancePath: instancePath + "/model/quantization/bits",
									schemaPath: "#/properties/model/properties/quantization/oneOf/1/properties/bits/type",
									keyword: "type",
									params: { type: "integer" },
									message: "must be integer"
								};
								if (vErrors === null) vErrors = [err44];
								else vErrors.push(err44);
								errors++;
							}
							if (typeof data15 == "number" && isFinite(data15)) {
								if (data15 > 16 || isNaN(data15)) {
									const err45 = {
										instancePath: instancePath + "/model/quantization/bits",
										schemaPath: "#/properties/model/properties/quantization/oneOf/1/properties/bits/maximum",
										keyword: "maximum",
										params: {
											comparison: "<=",
											limit: 16
										},
										message: "must be <= 16"
									};
									if (vErrors === null) vErrors = [err45];
									else vErrors.push(err45);
									errors++;
								}
								if (data15 < 1 || isNaN(data15)) {
									const err46 = {
										instancePath: instancePath + "/model/quantization/bits",
										schemaPath: "#/properties/model/properties/quantization/oneOf/1/properties/bits/minimum",
										keyword: "minimum",
										params: {
											comparison: ">=",
											limit: 1
										},
										message: "must be >= 1"
									};
									if (vErrors === null) vErrors = [err46];
									else vErrors.push(err46);
									errors++;
								}
							}
						}
					} else {
						const err47 = {
							instancePath: instancePath + "/model/quantization",
							schemaPath: "#/properties/model/properties/quantization/oneOf/1/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object"
						};
						if (vErrors === null) vErrors = [err47];
						else vErrors.push(err47);
						errors++;
					}
					var _valid0 = _errs26 === errors;
					if (_valid0 && valid3) {
						valid3 = false;
						passing0 = [passing0, 1];
					} else if (_valid0) {
						valid3 = true;
						passing0 = 1;
					}
					if (!valid3) {
						const err48 = {
							instancePath: instancePath + "/model/quantization",
							schemaPath: "#/properties/model/properties/quantization/oneOf",
							keyword: "oneOf",
							params: { passingSchemas: passing0 },
							message: "must match exactly one schema in oneOf"
						};
						if (vErrors === null) vErrors = [err48];
						else vErrors.push(err48);
						errors++;
					} else {
						errors = _errs23;
						if (vErrors !== null) {
							if (_errs23) vErrors.length = _errs23;
							else vErrors = null;
						}
					}
				}
				if (data6.processor !== void 0) {
					let data16 = data6.processor;
					const _errs34 = errors;
					let valid5 = false;
					let passing1 = null;
					const _errs35 = errors;
					if (data16 !== null) {
						const err49 = {
							instancePath: instancePath + "/model/processor",
							schemaPath: "#/properties/model/properties/processor/oneOf/0/type",
							keyword: "type",
							params: { type: "null" },
							message: "must be null"
						};
						if (vErrors === null) vErrors = [err49];
						else vErrors.push(err49);
						errors++;
					}
					var _valid1 = _errs35 === errors;
					if (_valid1) {
						valid5 = true;
						passing1 = 0;
					}
					const _errs37 = errors;
					if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
						if (data16.id === void 0) {
							const err50 = {
								instancePath: instancePath + "/model/processor",
								schemaPath: "#/properties/model/properties/processor/oneOf/1/required",
								keyword: "required",
								params: { missingProperty: "id" },
								message: "must have required property 'id'"
							};
							if (vErrors === null) vErrors = [err50];
							else vErrors.push(err50);
							errors++;
						}
						if (data16.revision === void 0) {
							const err51 = {
								instancePath: instancePath + "/model/processor",
								schemaPath: "#/properties/model/properties/processor/oneOf/1/required",
								keyword: "required",
								params: { missingProperty: "revision" },
								message: "must have required property 'revision'"
							};
							if (vErrors === null) vErrors = [err51];
							else vErrors.push(err51);
							errors++;
						}
						for (const key4 in data16) if (!(key4 === "id" || key4 === "revision")) {
							const err52 = {
								instancePath: instancePath + "/model/processor",
								schemaPath: "#/properties/model/properties/processor/oneOf/1/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key4 },
								message: "must NOT have additional properties"
							};
							if (vErrors === null) vErrors = [err52];
							else vErrors.push(err52);
							errors++;
						}
						if (data16.id !== void 0) {
							if (!validate72(data16.id, {
								instancePath: instancePath + "/model/processor/id",
								parentData: data16,
								parentDataProperty: "id",
								rootData,
								dynamicAnchors
							})) {
								vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
								errors = vErrors.length;
							}
						}
						if (data16.revision !== void 0) {
							if (!validate74(data16.revision, {
								instancePath: instancePath + "/model/processor/revision",
								parentData: data16,
								parentDataProperty: "revision",
								rootData,
								dynamicAnchors
							})) {
								vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
								errors = vErrors.length;
							}
						}
					} else {
						const err53 = {
							instancePath: instancePath + "/model/processor",
							schemaPath: "#/properties/model/properties/processor/oneOf/1/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object"
						};
						if (vErrors === null) vErrors = [err53];
						else vErrors.push(err53);
						errors++;
					}
					var _valid1 = _errs37 === errors;
					if (_valid1 && valid5) {
						valid5 = false;
						passing1 = [passing1, 1];
					} else if (_valid1) {
						valid5 = true;
						passing1 = 1;
					}
					if (!valid5) {
						const err54 = {
							instancePath: instancePath + "/model/processor",
							schemaPath: "#/properties/model/properties/processor/oneOf",
							keyword: "oneOf",
							params: { passingSchemas: passing1 },
							message: "must match exactly one schema in oneOf"
						};
						if (vErrors === null) vErrors = [err54];
						else vErrors.push(err54);
						errors++;
					} else {
						errors = _errs34;
						if (vErrors !== null) {
							if (_errs34) vErrors.length = _errs34;
							else vErrors = null;
						}
					}
				}
			} else {
				const err55 = {
					instancePath: instancePath + "/model",
					schemaPath: "#/properties/model/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err55];
				else vErrors.push(err55);
				errors++;
			}
		}
		if (data.reasoning !== void 0) {
			let data19 = data.reasoning;
			if (data19 && typeof data19 == "object" && !Array.isArray(data19)) {
				if (data19.state === void 0) {
					const err56 = {
						instancePath: instancePath + "/reasoning",
						schemaPath: "#/properties/reasoning/required",
						keyword: "required",
						params: { missingProperty: "state" },
						message: "must have required property 'state'"
					};
					if (vErrors === null) vErrors = [err56];
					else vErrors.push(err56);
					errors++;
				}
				if (data19.effort === void 0) {
					const err57 = {
						instancePath: instancePath + "/reasoning",
						schemaPath: "#/properties/reasoning/required",
						keyword: "required",
						params: { missingProperty: "effort" },
						message: "must have required property 'effort'"
					};
					if (vErrors === null) vErrors = [err57];
					else vErrors.push(err57);
					errors++;
				}
				for (const key5 in data19) if (!(key5 === "state" || key5 === "effort")) {
					const err58 = {
						instancePath: instancePath + "/reasoning",
						schemaPath: "#/properties/reasoning/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key5 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err58];
					else vErrors.push(err58);
					errors++;
				}
				if (data19.state !== void 0) {
					let data20 = data19.state;
					if (!(data20 === "off" || data20 === "on")) {
						const err59 = {
							instancePath: instancePath + "/reasoning/state",
							schemaPath: "#/properties/reasoning/properties/state/enum",
							keyword: "enum",
							params: { allowedValues: schema26.properties.reasoning.properties.state.enum },
							message: "must be equal to one of the allowed values"
						};
						if (vErrors === null) vErrors = [err59];
						else vErrors.push(err59);
						errors++;
					}
				}
				if (data19.effort !== void 0) {
					let data21 = data19.effort;
					if (!(data21 === "low" || data21 === "medium" || data21 === "high" || data21 === null)) {
						const err60 = {
							instancePath: instancePath + "/reasoning/effort",
							schemaPath: "#/properties/reasoning/properties/effort/enum",
							keyword: "enum",
							params: { allowedValues: schema26.properties.reasoning.properties.effort.enum },
							message: "must be equal to one of the allowed values"
						};
						if (vErrors === null) vErrors = [err60];
						else vErrors.push(err60);
						errors++;
					}
				}
			} else {
				const err61 = {
					instancePath: instancePath + "/reasoning",
					schemaPath: "#/properties/reasoning/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err61];
				else vErrors.push(err61);
				errors++;
			}
		}
		if (data.backend !== void 0) {
			let data22 = data.backend;
			if (data22 && typeof data22 == "object" && !Array.isArray(data22)) {
				if (data22.id === void 0) {
					const err62 = {
						instancePath: instancePath + "/backend",
						schemaPath: "#/properties/backend/required",
						keyword: "required",
						params: { missingProperty: "id" },
						message: "must have required property 'id'"
					};
					if (vErrors === null) vErrors = [err62];
					else vErrors.push(err62);
					errors++;
				}
				if (data22.endpoint === void 0) {
					const err63 = {
						instancePath: instancePath + "/backend",
						schemaPath: "#/properties/backend/required",
						keyword: "required",
						params: { missingProperty: "endpoint" },
						message: "must have required property 'endpoint'"
					};
					if (vErrors === null) vErrors = [err63];
					else vErrors.push(err63);
					errors++;
				}
				for (const key6 in data22) if (!(key6 === "id" || key6 === "endpoint")) {
					const err64 = {
						instancePath: instancePath + "/backend",
						schemaPath: "#/properties/backend/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key6 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err64];
					else vErrors.push(err64);
					errors++;
				}
				if (data22.id !== void 0) {
					let data23 = data22.id;
					if (!(data23 === "transformers" || data23 === "embedded" || data23 === "endpoint")) {
						const err65 = {
							instancePath: instancePath + "/backend/id",
							schemaPath: "#/properties/backend/properties/id/enum",
							keyword: "enum",
							params: { allowedValues: schema26.properties.backend.properties.id.enum },
							message: "must be equal to one of the allowed values"
						};
						if (vErrors === null) vErrors = [err65];
						else vErrors.push(err65);
						errors++;
					}
				}
				if (data22.endpoint !== void 0) {
					let data24 = data22.endpoint;
					if (typeof data24 !== "string" && data24 !== null) {
						const err66 = {
							instancePath: instancePath + "/backend/endpoint",
							schemaPath: "#/properties/backend/properties/endpoint/type",
							keyword: "type",
							params: { type: schema26.properties.backend.properties.endpoint.type },
							message: "must be string,null"
						};
						if (vErrors === null) vErrors = [err66];
						else vErrors.push(err66);
						errors++;
					}
					if (typeof data24 === "string") {
						if (func2(data24) > 40) {
							const err67 = {
								instancePath: instancePath + "/backend/endpoint",
								schemaPath: "#/properties/backend/properties/endpoint/maxLength",
								keyword: "maxLength",
								params: { limit: 40 },
								message: "must NOT have more than 40 characters"
							};
							if (vErrors === null) vErrors = [err67];
							else vErrors.push(err67);
							errors++;
						}
					}
				}
			} else {
				const err68 = {
					instancePath: instancePath + "/backend",
					schemaPath: "#/properties/backend/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err68];
				else vErrors.push(err68);
				errors++;
			}
		}
		if (data.dataset !== void 0) {
			let data25 = data.dataset;
			if (data25 && typeof data25 == "object" && !Array.isArray(data25)) {
				if (data25.id === void 0) {
					const err69 = {
						instancePath: instancePath + "/dataset",
						schemaPath: "#/properties/dataset/required",
						keyword: "required",
						params: { missingProperty: "id" },
						message: "must have required property 'id'"
					};
					if (vErrors === null) vErrors = [err69];
					else vErrors.push(err69);
					errors++;
				}
				if (data25.revision === void 0) {
					const err70 = {
						instancePath: instancePath + "/dataset",
						schemaPath: "#/properties/dataset/required",
						keyword: "required",
						params: { missingProperty: "revision" },
						message: "must have required property 'revision'"
					};
					if (vErrors === null) vErrors = [err70];
					else vErrors.push(err70);
					errors++;
				}
				if (data25.split === void 0) {
					const err71 = {
						instancePath: instancePath + "/dataset",
						schemaPath: "#/properties/dataset/required",
						keyword: "required",
						params: { missingProperty: "split" },
						message: "must have required property 'split'"
					};
					if (vErrors === null) vErrors = [err71];
					else vErrors.push(err71);
					errors++;
				}
				if (data25.columns === void 0) {
					const err72 = {
						instancePath: instancePath + "/dataset",
						schemaPath: "#/properties/dataset/required",
						keyword: "required",
						params: { missingProperty: "columns" },
						message: "must have required property 'columns'"
					};
					if (vErrors === null) vErrors = [err72];
					else vErrors.push(err72);
					errors++;
				}
				if (data25.rows === void 0) {
					const err73 = {
						instancePath: instancePath + "/dataset",
						schemaPath: "#/properties/dataset/required",
						keyword: "required",
						params: { missingProperty: "rows" },
						message: "must have required property 'rows'"
					};
					if (vErrors === null) vErrors = [err73];
					else vErrors.push(err73);
					errors++;
				}
				if (data25.rowsSha256 === void 0) {
					const err74 = {
						instancePath: instancePath + "/dataset",
						schemaPath: "#/properties/dataset/required",
						keyword: "required",
						params: { missingProperty: "rowsSha256" },
						message: "must have required property 'rowsSha256'"
					};
					if (vErrors === null) vErrors = [err74];
					else vErrors.push(err74);
					errors++;
				}
				if (data25.official === void 0) {
					const err75 = {
						instancePath: instancePath + "/dataset",
						schemaPath: "#/properties/dataset/required",
						keyword: "required",
						params: { missingProperty: "official" },
						message: "must have required property 'official'"
					};
					if (vErrors === null) vErrors = [err75];
					else vErrors.push(err75);
					errors++;
				}
				for (const key7 in data25) if (!(key7 === "id" || key7 === "revision" || key7 === "split" || key7 === "columns" || key7 === "rows" || key7 === "rowsSha256" || key7 === "official")) {
					const err76 = {
						instancePath: instancePath + "/dataset",
						schemaPath: "#/properties/dataset/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key7 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err76];
					else vErrors.push(err76);
					errors++;
				}
				if (data25.id !== void 0) {
					let data26 = data25.id;
					if (typeof data26 === "string") {
						if (func2(data26) > 193) {
							const err77 = {
								instancePath: instancePath + "/dataset/id",
								schemaPath: "#/properties/dataset/properties/id/maxLength",
								keyword: "maxLength",
								params: { limit: 193 },
								message: "must NOT have more than 193 characters"
							};
							if (vErrors === null) vErrors = [err77];
							else vErrors.push(err77);
							errors++;
						}
					} else {
						const err78 = {
							instancePath: instancePath + "/dataset/id",
							schemaPath: "#/properties/dataset/properties/id/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err78];
						else vErrors.push(err78);
						errors++;
					}
				}
				if (data25.revision !== void 0) {
					let data27 = data25.revision;
					const _errs59 = errors;
					let valid10 = false;
					let passing2 = null;
					const _errs60 = errors;
					if (data27 !== null) {
						const err79 = {
							instancePath: instancePath + "/dataset/revision",
							schemaPath: "#/properties/dataset/properties/revision/oneOf/0/type",
							keyword: "type",
							params: { type: "null" },
							message: "must be null"
						};
						if (vErrors === null) vErrors = [err79];
						else vErrors.push(err79);
						errors++;
					}
					var _valid2 = _errs60 === errors;
					if (_valid2) {
						valid10 = true;
						passing2 = 0;
					}
					const _errs62 = errors;
					if (!validate74(data27, {
						instancePath: instancePath + "/dataset/revision",
						parentData: data25,
						parentDataProperty: "revision",
						rootData,
						dynamicAnchors
					})) {
						vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
						errors = vErrors.length;
					}
					var _valid2 = _errs62 === errors;
					if (_valid2 && valid10) {
						valid10 = false;
						passing2 = [passing2, 1];
					} else if (_valid2) {
						valid10 = true;
						passing2 = 1;
					}
					if (!valid10) {
						const err80 = {
							instancePath: instancePath + "/dataset/revision",
							schemaPath: "#/properties/dataset/properties/revision/oneOf",
							keyword: "oneOf",
							params: { passingSchemas: passing2 },
							message: "must match exactly one schema in oneOf"
						};
						if (vErrors === null) vErrors = [err80];
						else vErrors.push(err80);
						errors++;
					} else {
						errors = _errs59;
						if (vErrors !== null) {
							if (_errs59) vErrors.length = _errs59;
							else vErrors = null;
						}
					}
				}
				if (data25.split !== void 0) {
					let data28 = data25.split;
					if (typeof data28 === "string") {
						if (func2(data28) > 32) {
							const err81 = {
								instancePath: instancePath + "/dataset/split",
								schemaPath: "#/properties/dataset/properties/split/maxLength",
								keyword: "maxLength",
								params: { limit: 32 },
								message: "must NOT have more than 32 characters"
							};
							if (vErrors === null) vErrors = [err81];
							else vErrors.push(err81);
							errors++;
						}
					} else {
						const err82 = {
							instancePath: instancePath + "/dataset/split",
							schemaPath: "#/properties/dataset/properties/split/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err82];
						else vErrors.push(err82);
						errors++;
					}
				}
				if (data25.columns !== void 0) {
					let data29 = data25.columns;
					if (Array.isArray(data29)) {
						if (data29.length > 4) {
							const err83 = {
								instancePath: instancePath + "/dataset/columns",
								schemaPath: "#/properties/dataset/properties/columns/maxItems",
								keyword: "maxItems",
								params: { limit: 4 },
								message: "must NOT have more than 4 items"
							};
							if (vErrors === null) vErrors = [err83];
							else vErrors.push(err83);
							errors++;
						}
						if (data29.length < 1) {
							const err84 = {
								instancePath: instancePath + "/dataset/columns",
								schemaPath: "#/properties/dataset/properties/columns/minItems",
								keyword: "minItems",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 items"
							};
							if (vErrors === null) vErrors = [err84];
							else vErrors.push(err84);
							errors++;
						}
						const len0 = data29.length;
						for (let i0 = 0; i0 < len0; i0++) {
							let data30 = data29[i0];
							if (typeof data30 === "string") {
								if (func2(data30) > 64) {
									const err85 = {
										instancePath: instancePath + "/dataset/columns/" + i0,
										schemaPath: "#/properties/dataset/properties/columns/items/maxLength",
										keyword: "maxLength",
										params: { limit: 64 },
										message: "must NOT have more than 64 characters"
									};
									if (vErrors === null) vErrors = [err85];
									else vErrors.push(err85);
									errors++;
								}
							} else {
								const err86 = {
									instancePath: instancePath + "/dataset/columns/" + i0,
									schemaPath: "#/properties/dataset/properties/columns/items/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err86];
								else vErrors.push(err86);
								errors++;
							}
						}
					} else {
						const err87 = {
							instancePath: instancePath + "/dataset/columns",
							schemaPath: "#/properties/dataset/properties/columns/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array"
						};
						if (vErrors === null) vErrors = [err87];
						else vErrors.push(err87);
						errors++;
					}
				}
				if (data25.rows !== void 0) {
					let data31 = data25.rows;
					if (!(typeof data31 == "number" && !(data31 % 1) && !isNaN(data31) && isFinite(data31))) {
						const err88 = {
							instancePath: instancePath + "/dataset/rows",
							schemaPath: "#/properties/dataset/properties/rows/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err88];
						else vErrors.push(err88);
						errors++;
					}
					if (typeof data31 == "number" && isFinite(data31)) {
						if (data31 > 1e6 || isNaN(data31)) {
							const err89 = {
								instancePath: instancePath + "/dataset/rows",
								schemaPath: "#/properties/dataset/properties/rows/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 1e6
								},
								message: "must be <= 1000000"
							};
							if (vErrors === null) vErrors = [err89];
							else vErrors.push(err89);
							errors++;
						}
						if (data31 < 1 || isNaN(data31)) {
							const err90 = {
								instancePath: instancePath + "/dataset/rows",
								schemaPath: "#/properties/dataset/properties/rows/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1"
							};
							if (vErrors === null) vErrors = [err90];
							else vErrors.push(err90);
							errors++;
						}
					}
				}
				if (data25.rowsSha256 !== void 0) {
					if (!validate68(data25.rowsSha256, {
						instancePath: instancePath + "/dataset/rowsSha256",
						parentData: data25,
						parentDataProperty: "rowsSha256",
						rootData,
						dynamicAnchors
					})) {
						vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
						errors = vErrors.length;
					}
				}
				if (data25.official !== void 0) {
					if (typeof data25.official !== "boolean") {
						const err91 = {
							instancePath: instancePath + "/dataset/official",
							schemaPath: "#/properties/dataset/properties/official/type",
							keyword: "type",
							params: { type: "boolean" },
							message: "must be boolean"
						};
						if (vErrors === null) vErrors = [err91];
						else vErrors.push(err91);
						errors++;
					}
				}
			} else {
				const err92 = {
					instancePath: instancePath + "/dataset",
					schemaPath: "#/properties/dataset/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err92];
				else vErrors.push(err92);
				errors++;
			}
		}
		if (data.generation !== void 0) {
			let data34 = data.generation;
			if (data34 && typeof data34 == "object" && !Array.isArray(data34)) {
				if (data34.batchSize === void 0) {
					const err93 = {
						instancePath: instancePath + "/generation",
						schemaPath: "#/properties/generation/required",
						keyword: "required",
						params: { missingProperty: "batchSize" },
						message: "must have required property 'batchSize'"
					};
					if (vErrors === null) vErrors = [err93];
					else vErrors.push(err93);
					errors++;
				}
				if (data34.newTokens === void 0) {
					const err94 = {
						instancePath: instancePath + "/generation",
						schemaPath: "#/properties/generation/required",
						keyword: "required",
						params: { missingProperty: "newTokens" },
						message: "must have required property 'newTokens'"
					};
					if (vErrors === null) vErrors = [err94];
					else vErrors.push(err94);
					errors++;
				}
				if (data34.exactNewTokens === void 0) {
					const err95 = {
						instancePath: instancePath + "/generation",
						schemaPath: "#/properties/generation/required",
						keyword: "required",
						params: { missingProperty: "exactNewTokens" },
						message: "must have required property 'exactNewTokens'"
					};
					if (vErrors === null) vErrors = [err95];
					else vErrors.push(err95);
					errors++;
				}
				if (data34.inferenceSteps === void 0) {
					const err96 = {
						instancePath: instancePath + "/generation",
						schemaPath: "#/properties/generation/required",
						keyword: "required",
						params: { missingProperty: "inferenceSteps" },
						message: "must have required property 'inferenceSteps'"
					};
					if (vErrors === null) vErrors = [err96];
					else vErrors.push(err96);
					errors++;
				}
				for (const key8 in data34) if (!(key8 === "batchSize" || key8 === "newTokens" || key8 === "exactNewTokens" || key8 === "inferenceSteps")) {
					const err97 = {
						instancePath: instancePath + "/generation",
						schemaPath: "#/properties/generation/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key8 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err97];
					else vErrors.push(err97);
					errors++;
				}
				if (data34.batchSize !== void 0) {
					if (1 !== data34.batchSize) {
						const err98 = {
							instancePath: instancePath + "/generation/batchSize",
							schemaPath: "#/properties/generation/properties/batchSize/const",
							keyword: "const",
							params: { allowedValue: 1 },
							message: "must be equal to constant"
						};
						if (vErrors === null) vErrors = [err98];
						else vErrors.push(err98);
						errors++;
					}
				}
				if (data34.newTokens !== void 0) {
					let data36 = data34.newTokens;
					if (!(typeof data36 == "number" && !(data36 % 1) && !isNaN(data36) && isFinite(data36)) && data36 !== null) {
						const err99 = {
							instancePath: instancePath + "/generation/newTokens",
							schemaPath: "#/properties/generation/properties/newTokens/type",
							keyword: "type",
							params: { type: schema26.properties.generation.properties.newTokens.type },
							message: "must be integer,null"
						};
						if (vErrors === null) vErrors = [err99];
						else vErrors.push(err99);
						errors++;
					}
					if (typeof data36 == "number" && isFinite(data36)) {
						if (data36 > 131072 || isNaN(data36)) {
							const err100 = {
								instancePath: instancePath + "/generation/newTokens",
								schemaPath: "#/properties/generation/properties/newTokens/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 131072
								},
								message: "must be <= 131072"
							};
							if (vErrors === null) vErrors = [err100];
							else vErrors.push(err100);
							errors++;
						}
						if (data36 < 1 || isNaN(data36)) {
							const err101 = {
								instancePath: instancePath + "/generation/newTokens",
								schemaPath: "#/properties/generation/properties/newTokens/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1"
							};
							if (vErrors === null) vErrors = [err101];
							else vErrors.push(err101);
							errors++;
						}
					}
				}
				if (data34.exactNewTokens !== void 0) {
					if (typeof data34.exactNewTokens !== "boolean") {
						const err102 = {
							instancePath: instancePath + "/generation/exactNewTokens",
							schemaPath: "#/properties/generation/properties/exactNewTokens/type",
							keyword: "type",
							params: { type: "boolean" },
							message: "must be boolean"
						};
						if (vErrors === null) vErrors = [err102];
						else vErrors.push(err102);
						errors++;
					}
				}
				if (data34.inferenceSteps !== void 0) {
					let data38 = data34.inferenceSteps;
					if (!(typeof data38 == "number" && !(data38 % 1) && !isNaN(data38) && isFinite(data38)) && data38 !== null) {
						const err103 = {
							instancePath: instancePath + "/generation/inferenceSteps",
							schemaPath: "#/properties/generation/properties/inferenceSteps/type",
							keyword: "type",
							params: { type: schema26.properties.generation.properties.inferenceSteps.type },
							message: "must be integer,null"
						};
						if (vErrors === null) vErrors = [err103];
						else vErrors.push(err103);
						errors++;
					}
					if (typeof data38 == "number" && isFinite(data38)) {
						if (data38 > 1e3 || isNaN(data38)) {
							const err104 = {
								instancePath: instancePath + "/generation/inferenceSteps",
								schemaPath: "#/properties/generation/properties/inferenceSteps/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 1e3
								},
								message: "must be <= 1000"
							};
							if (vErrors === null) vErrors = [err104];
							else vErrors.push(err104);
							errors++;
						}
						if (data38 < 1 || isNaN(data38)) {
							const err105 = {
								instancePath: instancePath + "/generation/inferenceSteps",
								schemaPath: "#/properties/generation/properties/inferenceSteps/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1"
							};
							if (vErrors === null) vErrors = [err105];
							else vErrors.push(err105);
							errors++;
						}
					}
				}
			} else {
				const err106 = {
					instancePath: instancePath + "/generation",
					schemaPath: "#/properties/generation/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err106];
				else vErrors.push(err106);
				errors++;
			}
		}
		if (data.phases !== void 0) {
			let data39 = data.phases;
			if (Array.isArray(data39)) {
				if (data39.length > 3) {
					const err107 = {
						instancePath: instancePath + "/phases",
						schemaPath: "#/properties/phases/maxItems",
						keyword: "maxItems",
						params: { limit: 3 },
						message: "must NOT have more than 3 items"
					};
					if (vErrors === null) vErrors = [err107];
					else vErrors.push(err107);
					errors++;
				}
				if (data39.length < 2) {
					const err108 = {
						instancePath: instancePath + "/phases",
						schemaPath: "#/properties/phases/minItems",
						keyword: "minItems",
						params: { limit: 2 },
						message: "must NOT have fewer than 2 items"
					};
					if (vErrors === null) vErrors = [err108];
					else vErrors.push(err108);
					errors++;
				}
				const len1 = data39.length;
				for (let i1 = 0; i1 < len1; i1++) if (!validate84(data39[i1], {
					instancePath: instancePath + "/phases/" + i1,
					parentData: data39,
					parentDataProperty: i1,
					rootData,
					dynamicAnchors
				})) {
					vErrors = vErrors === null ? validate84.errors : vErrors.concat(validate84.errors);
					errors = vErrors.length;
				}
			} else {
				const err109 = {
					instancePath: instancePath + "/phases",
					schemaPath: "#/properties/phases/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err109];
				else vErrors.push(err109);
				errors++;
			}
		}
		if (data.runs !== void 0) {
			let data41 = data.runs;
			if (!(typeof data41 == "number" && !(data41 % 1) && !isNaN(data41) && isFinite(data41))) {
				const err110 = {
					instancePath: instancePath + "/runs",
					schemaPath: "#/properties/runs/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err110];
				else vErrors.push(err110);
				errors++;
			}
			if (typeof data41 == "number" && isFinite(data41)) {
				if (data41 > 100 || isNaN(data41)) {
					const err111 = {
						instancePath: instancePath + "/runs",
						schemaPath: "#/properties/runs/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 100
						},
						message: "must be <= 100"
					};
					if (vErrors === null) vErrors = [err111];
					else vErrors.push(err111);
					errors++;
				}
				if (data41 < 1 || isNaN(data41)) {
					const err112 = {
						instancePath: instancePath + "/runs",
						schemaPath: "#/properties/runs/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1"
					};
					if (vErrors === null) vErrors = [err112];
					else vErrors.push(err112);
					errors++;
				}
			}
		}
		if (data.stopping !== void 0) {
			let data42 = data.stopping;
			if (data42 && typeof data42 == "object" && !Array.isArray(data42)) {
				if (data42.minimumRuns === void 0) {
					const err113 = {
						instancePath: instancePath + "/stopping",
						schemaPath: "#/properties/stopping/required",
						keyword: "required",
						params: { missingProperty: "minimumRuns" },
						message: "must have required property 'minimumRuns'"
					};
					if (vErrors === null) vErrors = [err113];
					else vErrors.push(err113);
					errors++;
				}
				if (data42.halfWidthFraction === void 0) {
					const err114 = {
						instancePath: instancePath + "/stopping",
						schemaPath: "#/properties/stopping/required",
						keyword: "required",
						params: { missingProperty: "halfWidthFraction" },
						message: "must have required property 'halfWidthFraction'"
					};
					if (vErrors === null) vErrors = [err114];
					else vErrors.push(err114);
					errors++;
				}
				for (const key9 in data42) if (!(key9 === "minimumRuns" || key9 === "halfWidthFraction")) {
					const err115 = {
						instancePath: instancePath + "/stopping",
						schemaPath: "#/properties/stopping/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key9 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err115];
					else vErrors.push(err115);
					errors++;
				}
				if (data42.minimumRuns !== void 0) {
					let data43 = data42.minimumRuns;
					if (!(typeof data43 == "number" && !(data43 % 1) && !isNaN(data43) && isFinite(data43))) {
						const err116 = {
							instancePath: instancePath + "/stopping/minimumRuns",
							schemaPath: "#/properties/stopping/properties/minimumRuns/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err116];
						else vErrors.push(err116);
						errors++;
					}
					if (typeof data43 == "number" && isFinite(data43)) {
						if (data43 > 100 || isNaN(data43)) {
							const err117 = {
								instancePath: instancePath + "/stopping/minimumRuns",
								schemaPath: "#/properties/stopping/properties/minimumRuns/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 100
								},
								message: "must be <= 100"
							};
							if (vErrors === null) vErrors = [err117];
							else vErrors.push(err117);
							errors++;
						}
						if (data43 < 2 || isNaN(data43)) {
							const err118 = {
								instancePath: instancePath + "/stopping/minimumRuns",
								schemaPath: "#/properties/stopping/properties/minimumRuns/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 2
								},
								message: "must be >= 2"
							};
							if (vErrors === null) vErrors = [err118];
							else vErrors.push(err118);
							errors++;
						}
					}
				}
				if (data42.halfWidthFraction !== void 0) {
					let data44 = data42.halfWidthFraction;
					if (typeof data44 == "number" && isFinite(data44)) {
						if (data44 > 1 || isNaN(data44)) {
							const err119 = {
								instancePath: instancePath + "/stopping/halfWidthFraction",
								schemaPath: "#/properties/stopping/properties/halfWidthFraction/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 1
								},
								message: "must be <= 1"
							};
							if (vErrors === null) vErrors = [err119];
							else vErrors.push(err119);
							errors++;
						}
						if (data44 <= 0 || isNaN(data44)) {
							const err120 = {
								instancePath: instancePath + "/stopping/halfWidthFraction",
								schemaPath: "#/properties/stopping/properties/halfWidthFraction/exclusiveMinimum",
								keyword: "exclusiveMinimum",
								params: {
									comparison: ">",
									limit: 0
								},
								message: "must be > 0"
							};
							if (vErrors === null) vErrors = [err120];
							else vErrors.push(err120);
							errors++;
						}
					} else {
						const err121 = {
							instancePath: instancePath + "/stopping/halfWidthFraction",
							schemaPath: "#/properties/stopping/properties/halfWidthFraction/type",
							keyword: "type",
							params: { type: "number" },
							message: "must be number"
						};
						if (vErrors === null) vErrors = [err121];
						else vErrors.push(err121);
						errors++;
					}
				}
			} else {
				const err122 = {
					instancePath: instancePath + "/stopping",
					schemaPath: "#/properties/stopping/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err122];
				else vErrors.push(err122);
				errors++;
			}
		}
		if (data.minimumPhaseSeconds !== void 0) {
			let data45 = data.minimumPhaseSeconds;
			if (typeof data45 == "number" && isFinite(data45)) {
				if (data45 > 3600 || isNaN(data45)) {
					const err123 = {
						instancePath: instancePath + "/minimumPhaseSeconds",
						schemaPath: "#/properties/minimumPhaseSeconds/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 3600
						},
						message: "must be <= 3600"
					};
					if (vErrors === null) vErrors = [err123];
					else vErrors.push(err123);
					errors++;
				}
				if (data45 < 0 || isNaN(data45)) {
					const err124 = {
						instancePath: instancePath + "/minimumPhaseSeconds",
						schemaPath: "#/properties/minimumPhaseSeconds/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0"
					};
					if (vErrors === null) vErrors = [err124];
					else vErrors.push(err124);
					errors++;
				}
			} else {
				const err125 = {
					instancePath: instancePath + "/minimumPhaseSeconds",
					schemaPath: "#/properties/minimumPhaseSeconds/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number"
				};
				if (vErrors === null) vErrors = [err125];
				else vErrors.push(err125);
				errors++;
			}
		}
		if (data.warmUp !== void 0) {
			let data46 = data.warmUp;
			if (data46 && typeof data46 == "object" && !Array.isArray(data46)) {
				if (data46.maximumSeconds === void 0) {
					const err126 = {
						instancePath: instancePath + "/warmUp",
						schemaPath: "#/properties/warmUp/required",
						keyword: "required",
						params: { missingProperty: "maximumSeconds" },
						message: "must have required property 'maximumSeconds'"
					};
					if (vErrors === null) vErrors = [err126];
					else vErrors.push(err126);
					errors++;
				}
				for (const key10 in data46) if (!(key10 === "maximumSeconds")) {
					const err127 = {
						instancePath: instancePath + "/warmUp",
						schemaPath: "#/properties/warmUp/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key10 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err127];
					else vErrors.push(err127);
					errors++;
				}
				if (data46.maximumSeconds !== void 0) {
					let data47 = data46.maximumSeconds;
					if (typeof data47 == "number" && isFinite(data47)) {
						if (data47 > 3600 || isNaN(data47)) {
							const err128 = {
								instancePath: instancePath + "/warmUp/maximumSeconds",
								schemaPath: "#/properties/warmUp/properties/maximumSeconds/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 3600
								},
								message: "must be <= 3600"
							};
							if (vErrors === null) vErrors = [err128];
							else vErrors.push(err128);
							errors++;
						}
						if (data47 < 0 || isNaN(data47)) {
							const err129 = {
								instancePath: instancePath + "/warmUp/maximumSeconds",
								schemaPath: "#/properties/warmUp/properties/maximumSeconds/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err129];
							else vErrors.push(err129);
							errors++;
						}
					} else {
						const err130 = {
							instancePath: instancePath + "/warmUp/maximumSeconds",
							schemaPath: "#/properties/warmUp/properties/maximumSeconds/type",
							keyword: "type",
							params: { type: "number" },
							message: "must be number"
						};
						if (vErrors === null) vErrors = [err130];
						else vErrors.push(err130);
						errors++;
					}
				}
			} else {
				const err131 = {
					instancePath: instancePath + "/warmUp",
					schemaPath: "#/properties/warmUp/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err131];
				else vErrors.push(err131);
				errors++;
			}
		}
		if (data.coolDown !== void 0) {
			let data48 = data.coolDown;
			if (data48 && typeof data48 == "object" && !Array.isArray(data48)) {
				if (data48.maximumSeconds === void 0) {
					const err132 = {
						instancePath: instancePath + "/coolDown",
						schemaPath: "#/properties/coolDown/required",
						keyword: "required",
						params: { missingProperty: "maximumSeconds" },
						message: "must have required property 'maximumSeconds'"
					};
					if (vErrors === null) vErrors = [err132];
					else vErrors.push(err132);
					errors++;
				}
				if (data48.bandKelvin === void 0) {
					const err133 = {
						instancePath: instancePath + "/coolDown",
						schemaPath: "#/properties/coolDown/required",
						keyword: "required",
						params: { missingProperty: "bandKelvin" },
						message: "must have required property 'bandKelvin'"
					};
					if (vErrors === null) vErrors = [err133];
					else vErrors.push(err133);
					errors++;
				}
				for (const key11 in data48) if (!(key11 === "maximumSeconds" || key11 === "bandKelvin")) {
					const err134 = {
						instancePath: instancePath + "/coolDown",
						schemaPath: "#/properties/coolDown/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key11 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err134];
					else vErrors.push(err134);
					errors++;
				}
				if (data48.maximumSeconds !== void 0) {
					let data49 = data48.maximumSeconds;
					if (typeof data49 == "number" && isFinite(data49)) {
						if (data49 > 3600 || isNaN(data49)) {
							const err135 = {
								instancePath: instancePath + "/coolDown/maximumSeconds",
								schemaPath: "#/properties/coolDown/properties/maximumSeconds/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 3600
								},
								message: "must be <= 3600"
							};
							if (vErrors === null) vErrors = [err135];
							else vErrors.push(err135);
							errors++;
						}
						if (data49 <= 0 || isNaN(data49)) {
							const err136 = {
								instancePath: instancePath + "/coolDown/maximumSeconds",
								schemaPath: "#/properties/coolDown/properties/maximumSeconds/exclusiveMinimum",
								keyword: "exclusiveMinimum",
								params: {
									comparison: ">",
									limit: 0
								},
								message: "must be > 0"
							};
							if (vErrors === null) vErrors = [err136];
							else vErrors.push(err136);
							errors++;
						}
					} else {
						const err137 = {
							instancePath: instancePath + "/coolDown/maximumSeconds",
							schemaPath: "#/properties/coolDown/properties/maximumSeconds/type",
							keyword: "type",
							params: { type: "number" },
							message: "must be number"
						};
						if (vErrors === null) vErrors = [err137];
						else vErrors.push(err137);
						errors++;
					}
				}
				if (data48.bandKelvin !== void 0) {
					let data50 = data48.bandKelvin;
					if (typeof data50 == "number" && isFinite(data50)) {
						if (data50 > 100 || isNaN(data50)) {
							const err138 = {
								instancePath: instancePath + "/coolDown/bandKelvin",
								schemaPath: "#/properties/coolDown/properties/bandKelvin/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 100
								},
								message: "must be <= 100"
							};
							if (vErrors === null) vErrors = [err138];
							else vErrors.push(err138);
							errors++;
						}
						if (data50 < 0 || isNaN(data50)) {
							const err139 = {
								instancePath: instancePath + "/coolDown/bandKelvin",
								schemaPath: "#/properties/coolDown/properties/bandKelvin/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err139];
							else vErrors.push(err139);
							errors++;
						}
					} else {
						const err140 = {
							instancePath: instancePath + "/coolDown/bandKelvin",
							schemaPath: "#/properties/coolDown/properties/bandKelvin/type",
							keyword: "type",
							params: { type: "number" },
							message: "must be number"
						};
						if (vErrors === null) vErrors = [err140];
						else vErrors.push(err140);
						errors++;
					}
				}
			} else {
				const err141 = {
					instancePath: instancePath + "/coolDown",
					schemaPath: "#/properties/coolDown/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err141];
				else vErrors.push(err141);
				errors++;
			}
		}
		if (data.traceHertz !== void 0) {
			let data51 = data.traceHertz;
			if (typeof data51 == "number" && isFinite(data51)) {
				if (data51 > 100 || isNaN(data51)) {
					const err142 = {
						instancePath: instancePath + "/traceHertz",
						schemaPath: "#/properties/traceHertz/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 100
						},
						message: "must be <= 100"
					};
					if (vErrors === null) vErrors = [err142];
					else vErrors.push(err142);
					errors++;
				}
				if (data51 < 1 || isNaN(data51)) {
					const err143 = {
						instancePath: instancePath + "/traceHertz",
						schemaPath: "#/properties/traceHertz/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1"
					};
					if (vErrors === null) vErrors = [err143];
					else vErrors.push(err143);
					errors++;
				}
			} else {
				const err144 = {
					instancePath: instancePath + "/traceHertz",
					schemaPath: "#/properties/traceHertz/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number"
				};
				if (vErrors === null) vErrors = [err144];
				else vErrors.push(err144);
				errors++;
			}
		}
		if (data.policySha256 !== void 0) {
			if (!validate68(data.policySha256, {
				instancePath: instancePath + "/policySha256",
				parentData: data,
				parentDataProperty: "policySha256",
				rootData,
				dynamicAnchors
			})) {
				vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
				errors = vErrors.length;
			}
		}
		if (data.concurrency !== void 0) {
			let data53 = data.concurrency;
			if (!(typeof data53 == "number" && !(data53 % 1) && !isNaN(data53) && isFinite(data53))) {
				const err145 = {
					instancePath: instancePath + "/concurrency",
					schemaPath: "#/properties/concurrency/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err145];
				else vErrors.push(err145);
				errors++;
			}
			if (typeof data53 == "number" && isFinite(data53)) {
				if (data53 > 1024 || isNaN(data53)) {
					const err146 = {
						instancePath: instancePath + "/concurrency",
						schemaPath: "#/properties/concurrency/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 1024
						},
						message: "must be <= 1024"
					};
					if (vErrors === null) vErrors = [err146];
					else vErrors.push(err146);
					errors++;
				}
				if (data53 < 2 || isNaN(data53)) {
					const err147 = {
						instancePath: instancePath + "/concurrency",
						schemaPath: "#/properties/concurrency/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 2
						},
						message: "must be >= 2"
					};
					if (vErrors === null) vErrors = [err147];
					else vErrors.push(err147);
					errors++;
				}
			}
		}
	} else {
		const err148 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err148];
		else vErrors.push(err148);
		errors++;
	}
	validate67.errors = vErrors;
	return errors === 0;
}
validate67.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
const validateResult = validate87;
const schema34 = {
	"$schema": "https://json-schema.org/draft/2020-12/schema",
	"$id": "urn:ai-energy-score:schema:result:1",
	"title": "Result",
	"description": "The immutable record of one benchmark: what was planned, what ran, what the meters read. Its SHA-256 over the canonical JSON is the recordDigest; the first 12 digits name its file.",
	"type": "object",
	"additionalProperties": false,
	"required": [
		"schemaVersion",
		"nonce",
		"origin",
		"identity",
		"measuredAt",
		"planDigest",
		"plan",
		"software",
		"hardware",
		"meters",
		"model",
		"dataset",
		"warmUp",
		"loadModelSeconds",
		"prefill",
		"runs",
		"energy",
		"score",
		"bundle"
	],
	"properties": {
		"schemaVersion": {
			"const": 1,
			"description": "Version of this format. Always 1."
		},
		"nonce": {
			"type": "string",
			"pattern": "^[0-9a-f]{32}$",
			"description": "128 random bits that make the record unique, from the gate or, locally, from the runner."
		},
		"origin": {
			"enum": ["measured", "self-reported"],
			"description": "measured: by this program. self-reported: by the model's owner, attested."
		},
		"identity": {
			"oneOf": [
				{
					"type": "object",
					"additionalProperties": false,
					"required": ["kind"],
					"description": "A run on the command line.",
					"properties": { "kind": {
						"const": "local",
						"description": "A local run."
					} }
				},
				{
					"type": "object",
					"additionalProperties": false,
					"required": [
						"kind",
						"repository",
						"runId",
						"attempt"
					],
					"description": "A run in an Action that no gate ordered.",
					"properties": {
						"kind": {
							"const": "workflow",
							"description": "An Action's run."
						},
						"repository": {
							"type": "string",
							"maxLength": 140,
							"description": "owner/name of the repository."
						},
						"runId": {
							"type": "integer",
							"minimum": 1,
							"maximum": 0x38d7ea4c68000,
							"description": "The workflow run's id."
						},
						"attempt": {
							"type": "integer",
							"minimum": 1,
							"maximum": 1e6,
							"description": "The run's attempt."
						}
					}
				},
				{
					"type": "object",
					"additionalProperties": false,
					"required": [
						"kind",
						"repositoryId",
						"pullRequest",
						"head",
						"blob",
						"runId",
						"attempt"
					],
					"description": "A run that a maintainer approved in a pull request.",
					"properties": {
						"kind": {
							"const": "pull-request",
							"description": "A gated run."
						},
						"repositoryId": {
							"type": "integer",
							"minimum": 1,
							"maximum": 0x38d7ea4c68000,
							"description": "The submissions repository's id."
						},
						"pullRequest": {
							"type": "integer",
							"minimum": 1,
							"maximum": 1e9,
							"description": "The pull request's number."
						},
						"head": {
							"$ref": "#/$defs/revision",
							"description": "The head commit that was approved."
						},
						"blob": {
							"$ref": "#/$defs/revision",
							"description": "The submission's blob id at that commit."
						},
						"runId": {
							"type": "integer",
							"minimum": 1,
							"maximum": 0x38d7ea4c68000,
							"description": "The workflow run's id."
						},
						"attempt": {
							"type": "integer",
							"minimum": 1,
							"maximum": 1e6,
							"description": "The run's attempt."
						}
					}
				}
			],
			"description": "What the run belongs to."
		},
		"measuredAt": {
			"type": "string",
			"pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$",
			"description": "When the measurement ended, UTC, to the second."
		},
		"planDigest": {
			"$ref": "#/$defs/sha256",
			"description": "SHA-256 of the plan's canonical JSON."
		},
		"plan": {
			"$ref": "urn:ai-energy-score:schema:plan:1",
			"description": "The plan, whole."
		},
		"software": {
			"type": "object",
			"additionalProperties": false,
			"required": [
				"runner",
				"backend",
				"runtime",
				"container",
				"isolation"
			],
			"description": "What ran.",
			"properties": {
				"runner": {
					"type": "string",
					"maxLength": 40,
					"description": "This program's version."
				},
				"backend": {
					"type": "string",
					"maxLength": 120,
					"description": "The backend and its version, <id>@<version>."
				},
				"runtime": {
					"type": "array",
					"minItems": 0,
					"maxItems": 32,
					"items": {
						"type": "string",
						"maxLength": 120,
						"description": "A library."
					},
					"description": "Libraries that did the inference, <name>@<version>."
				},
				"container": {
					"oneOf": [{
						"type": "null",
						"description": "No container."
					}, {
						"$ref": "#/$defs/sha256",
						"description": "The image's digest."
					}],
					"description": "Digest of the container image, or null."
				},
				"isolation": {
					"enum": [
						"docker",
						"bubblewrap",
						"none"
					],
					"description": "What kept the model away from the host."
				}
			}
		},
		"hardware": {
			"type": "object",
			"additionalProperties": false,
			"required": [
				"profile",
				"scripted",
				"gpus",
				"cpu",
				"memoryBytes",
				"os"
			],
			"description": "Where it ran.",
			"properties": {
				"profile": {
					"type": "string",
					"pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$",
					"maxLength": 80,
					"description": "The hardware profile that, with the task, class and scope, names the board."
				},
				"scripted": {
					"type": "boolean",
					"description": "Whether the hardware was played by a script for a rehearsal."
				},
				"gpus": {
					"type": "array",
					"minItems": 0,
					"maxItems": 64,
					"items": {
						"type": "object",
						"additionalProperties": false,
						"required": [
							"uuidSha256",
							"name",
							"memoryBytes",
							"driver",
							"powerLimitWatts",
							"defaultPowerLimitWatts",
							"idleWatts",
							"mig",
							"worked",
							"metered",
							"meter",
							"cuda",
							"ecc",
							"persistence",
							"clocks",
							"temperature",
							"during",
							"eventReasons",
							"foreignProcesses",
							"foreignProcessesNote",
							"after"
						],
						"description": "One GPU.",
						"properties": {
							"uuidSha256": {
								"$ref": "#/$defs/sha256",
								"description": "SHA-256 of the GPU's UUID: the same board is recognised, its serial is not published."
							},
							"name": {
								"type": "string",
								"maxLength": 200,
								"description": "Product name as NVML tells it."
							},
							"memoryBytes": {
								"type": "integer",
								"minimum": 1,
								"maximum": 0x38d7ea4c68000,
								"description": "Memory in bytes."
							},
							"driver": {
								"type": "string",
								"maxLength": 64,
								"description": "Driver version."
							},
							"powerLimitWatts": {
								"type": ["number", "null"],
								"minimum": 1,
								"maximum": 1e4,
								"description": "Power limit in watts; null where the driver tells none."
							},
							"defaultPowerLimitWatts": {
								"type": ["number", "null"],
								"minimum": 1,
								"maximum": 1e4,
								"description": "Default power limit in watts; null where the driver tells none."
							},
							"idleWatts": {
								"type": ["number", "null"],
								"minimum": 0,
								"maximum": 1e4,
								"description": "Idle power in watts, measured before the model was loaded; null when it was not."
							},
							"mig": {
								"type": "boolean",
								"description": "Whether the GPU is sliced (MIG)."
							},
							"worked": {
								"type": "boolean",
								"description": "Whether the model ran on this GPU."
							},
							"metered": {
								"type": "boolean",
								"description": "Whether this GPU's energy was read."
							},
							"meter": {
								"type": ["string", "null"],
								"maxLength": 64,
								"description": "Id of the meter that read this GPU; null when it was not metered."
							},
							"cuda": {
								"type": ["string", "null"],
								"maxLength": 32,
								"description": "CUDA version that the driver supports, as in 12.8; null where it is not told."
							},
							"ecc": {
								"type": ["boolean", "null"],
								"description": "Whether error correction of the memory was on; null where it is not told."
							},
							"persistence": {
								"type": ["boolean", "null"],
								"description": "Whether the driver stayed loaded between clients (persistence mode); null where it is not told."
							},
							"clocks": {
								"type": "object",
								"additionalProperties": false,
								"required": [
									"maximumSmMhz",
									"maximumMemoryMhz",
									"applicationSmMhz",
									"defaultApplicationSmMhz"
								],
								"description": "Clocks before the first run, in megahertz; null where they are not told.",
								"properties": {
									"maximumSmMhz": {
										"type": ["integer", "null"],
										"minimum": 0,
										"maximum": 1e5,
										"description": "Highest clock of the streaming multiprocessors."
									},
									"maximumMemoryMhz": {
										"type": ["integer", "null"],
										"minimum": 0,
										"maximum": 1e5,
										"description": "Highest clock of the memory."
									},
									"applicationSmMhz": {
										"type": ["integer", "null"],
										"minimum": 0,
										"maximum": 1e5,
										"description": "Application clock that was set."
									},
									"defaultApplicationSmMhz": {
										"type": ["integer", "null"],
										"minimum": 0,
										"maximum": 1e5,
										"description": "Application clock by default."
									}
								}
							},
							"temperature": {
								"type": "object",
								"additionalProperties": false,
								"required": [
									"startCelsius",
									"endCelsius",
									"maximumCelsius"
								],
								"description": "Temperature in degrees Celsius; null where no sensor tells.",
								"properties": {
									"startCelsius": {
										"type": ["number", "null"],
										"minimum": -100,
										"maximum": 1e3,
										"description": "When the first measured phase began."
									},
									"endCelsius": {
										"type": ["number", "null"],
										"minimum": -100,
										"maximum": 1e3,
										"description": "When the last measured phase ended."
									},
									"maximumCelsius": {
										"type": ["number", "null"],
										"minimum": -100,
										"maximum": 1e3,
										"description": "The highest during the measured phases."
									}
								}
							},
							"during": {
								"type": "object",
								"additionalProperties": false,
								"required": ["meanWatts", "meanUtilization"],
								"description": "Means over the samples of the measured phases; null where they are not told.",
								"properties": {
									"meanWatts": {
										"type": ["number", "null"],
										"minimum": 0,
										"maximum": 1e4,
										"description": "Mean power in watts."
									},
									"meanUtilization": {
										"type": ["number", "null"],
										"minimum": 0,
										"maximum": 1,
										"description": "Mean share of the time in which the GPU computed."
									}
								}
							},
							"eventReasons": {
								"type": ["array", "null"],
								"maxItems": 16,
								"uniqueItems": true,
								"items": {
									"$ref": "#/$defs/clockEventReason",
									"description": "A reason."
								},
								"description": "Why clocks were held during the measured phases, by NVML's names; null where the driver does not tell."
							},
							"foreignProcesses": {
								"type": ["integer", "null"],
								"minimum": 0,
								"maximum": 1e5,
								"description": "The largest number of other processes on the GPU at once during the measured phases; null when processes could not be matched."
							},
							"foreignProcessesNote": {
								"type": ["string", "null"],
								"maxLength": 400,
								"description": "Why processes could not be matched; null when they were."
							},
							"after": {
								"oneOf": [{
									"type": "null",
									"description": "It was not looked at again."
								}, {
									"type": "object",
									"additionalProperties": false,
									"required": [
										"powerLimitWatts",
										"mig",
										"ecc",
										"persistence",
										"applicationSmMhz",
										"driver"
									],
									"description": "The settings after the last run.",
									"properties": {
										"powerLimitWatts": {
											"type": ["number", "null"],
											"minimum": 1,
											"maximum": 1e4,
											"description": "Power limit in watts."
										},
										"mig": {
											"type": "boolean",
											"description": "Whether the GPU is sliced (MIG)."
										},
										"ecc": {
											"type": ["boolean", "null"],
											"description": "Whether error correction is on."
										},
										"persistence": {
											"type": ["boolean", "null"],
											"description": "Whether persistence mode is on."
										},
										"applicationSmMhz": {
											"type": ["integer", "null"],
											"minimum": 0,
											"maximum": 1e5,
											"description": "Application clock that is set."
										},
										"driver": {
											"type": "string",
											"maxLength": 64,
											"description": "Driver version."
										}
									}
								}],
								"description": "The settings after the last run, to be held against those before it; null when they were not read again."
							}
						}
					},
					"description": "The GPUs of the machine that the run could see."
				},
				"cpu": {
					"type": "object",
					"additionalProperties": false,
					"required": ["model", "logicalCores"],
					"description": "The processor.",
					"properties": {
						"model": {
							"type": "string",
							"maxLength": 200,
							"description": "Its name."
						},
						"logicalCores": {
							"type": "integer",
							"minimum": 1,
							"maximum": 1e5,
							"description": "Logical cores that the run could use."
						}
					}
				},
				"memoryBytes": {
					"type": "integer",
					"minimum": 1,
					"maximum": 0x2386f26fc10000,
					"description": "Main memory in bytes."
				},
				"os": {
					"type": "string",
					"maxLength": 120,
					"description": "Operating system, release and architecture."
				}
			}
		},
		"meters": {
			"type": "array",
			"minItems": 1,
			"maxItems": 64,
			"items": {
				"$ref": "#/$defs/meter",
				"description": "A meter."
			},
			"description": "The meters."
		},
		"model": {
			"type": "object",
			"additionalProperties": false,
			"required": [
				"revision",
				"filesSha256",
				"bytes",
				"parameters",
				"precision"
			],
			"description": "The model as it was loaded.",
			"properties": {
				"revision": {
					"$ref": "#/$defs/revision",
					"description": "The revision found after the download."
				},
				"filesSha256": {
					"oneOf": [{
						"type": "null",
						"description": "The files lie behind an endpoint."
					}, {
						"$ref": "#/$defs/sha256",
						"description": "The digest."
					}],
					"description": "SHA-256 over the sorted list of the files' names and digests; null where they cannot be seen."
				},
				"bytes": {
					"type": ["integer", "null"],
					"minimum": 1,
					"maximum": 0x2386f26fc10000,
					"description": "Size of the files, in bytes; null where they cannot be seen."
				},
				"parameters": {
					"type": ["integer", "null"],
					"minimum": 1,
					"maximum": 0x5af3107a4000,
					"description": "Parameters counted in the weights; null when nothing tells it."
				},
				"precision": {
					"$ref": "#/$defs/precision",
					"description": "Number format while running."
				},
				"license": {
					"type": ["string", "null"],
					"pattern": "^[A-Za-z0-9][A-Za-z0-9._+-]*(?: [A-Za-z0-9][A-Za-z0-9._+-]*)*$",
					"maxLength": 64,
					"description": "Licence that the model's card states at that revision, as in apache-2.0; several have blanks between them. A statement of the model's authors that nobody has checked; nothing measured depends on it. Null, or left out, where it is not known."
				}
			}
		},
		"dataset": {
			"type": "object",
			"additionalProperties": false,
			"required": ["rows", "rowsSha256"],
			"description": "The queries as they were read.",
			"properties": {
				"rows": {
					"type": "integer",
					"minimum": 1,
					"maximum": 1e6,
					"description": "Queries in one pass."
				},
				"rowsSha256": {
					"$ref": "#/$defs/sha256",
					"description": "SHA-256 over the SHA-256 of every row, in order."
				}
			}
		},
		"warmUp": {
			"type": "object",
			"additionalProperties": false,
			"required": [
				"queries",
				"seconds",
				"plateau"
			],
			"description": "What happened before the first measured phase.",
			"properties": {
				"queries": {
					"type": "integer",
					"minimum": 0,
					"maximum": 1e9,
					"description": "Queries answered."
				},
				"seconds": {
					"type": "number",
					"minimum": 0,
					"maximum": 1e6,
					"description": "How long it took, in seconds."
				},
				"plateau": {
					"type": ["boolean", "null"],
					"description": "Whether temperature and power had settled; null when no sensor tells."
				}
			}
		},
		"loadModelSeconds": {
			"type": "number",
			"minimum": 0,
			"maximum": 1e6,
			"description": "Time to load the model, in seconds. Never scored."
		},
		"prefill": {
			"oneOf": [{
				"type": "null",
				"description": "The task has no prefill."
			}, { "$ref": "#/$defs/measuredPhase" }],
			"description": "The prefill pass, for the split alone, or null."
		},
		"runs": {
			"type": "array",
			"minItems": 1,
			"maxItems": 100,
			"items": {
				"$ref": "#/$defs/run",
				"description": "A run."
			},
			"description": "The runs in order."
		},
		"pauses": {
			"type": "array",
			"minItems": 1,
			"maxItems": 100,
			"items": {
				"type": "object",
				"additionalProperties": false,
				"required": [
					"afterRun",
					"startSeconds",
					"endSeconds",
					"reason"
				],
				"description": "One pause.",
				"properties": {
					"afterRun": {
						"type": "integer",
						"minimum": 0,
						"maximum": 99,
						"description": "Runs that were finished when it began."
					},
					"startSeconds": {
						"type": "number",
						"minimum": 0,
						"maximum": 1e7,
						"description": "The last sample before it, in seconds on the record's clock."
					},
					"endSeconds": {
						"type": "number",
						"minimum": 0,
						"maximum": 1e7,
						"description": "When the meters were read again, on the same clock; the warm-up that follows is not part of the pause."
					},
					"reason": {
						"enum": ["resumed", "alternated"],
						"description": "resumed: the benchmark was interrupted and went on later. alternated: the machine ran the model that this one is compared with."
					}
				}
			},
			"description": "Times between two runs in which the model was not loaded and nothing was measured, in order; absent where there were none."
		},
		"energy": {
			"type": "array",
			"minItems": 1,
			"maxItems": 3,
			"items": {
				"$ref": "#/$defs/energy",
				"description": "One scope's energy."
			},
			"description": "The energies by scope."
		},
		"score": {
			"type": "object",
			"additionalProperties": false,
			"required": [
				"scope",
				"quality",
				"whPer1000Queries"
			],
			"description": "The figure the board ranks by.",
			"properties": {
				"scope": {
					"$ref": "#/$defs/scope",
					"description": "Which energy it is: gpu wherever a GPU was metered."
				},
				"quality": {
					"enum": [
						"counter",
						"integrated",
						"estimated"
					],
					"description": "How it was measured."
				},
				"whPer1000Queries": {
					"type": "number",
					"maximum": 0xe8d4a51000,
					"exclusiveMinimum": 0,
					"description": "Watt-hours per 1,000 queries."
				}
			}
		},
		"bundle": {
			"type": "object",
			"additionalProperties": false,
			"required": [
				"manifestSha256",
				"files",
				"bytes"
			],
			"description": "The evidence.",
			"properties": {
				"manifestSha256": {
					"$ref": "#/$defs/sha256",
					"description": "SHA-256 of the bundle's manifest.json."
				},
				"files": {
					"type": "integer",
					"minimum": 1,
					"maximum": 1e3,
					"description": "Files in the bundle."
				},
				"bytes": {
					"type": "integer",
					"minimum": 1,
					"maximum": 0xe8d4a51000,
					"description": "Their size, in bytes."
				}
			}
		},
		"applied": {
			"type": "object",
			"additionalProperties": false,
			"required": [
				"precision",
				"quantization",
				"reasoning",
				"attention",
				"maximumInputTokens",
				"truncatedQueries",
				"placement"
			],
			"description": "What the model really got, as the backend read it off the loaded model; absent where the backend cannot be asked.",
			"properties": {
				"precision": {
					"enum": [
						"float32",
						"float16",
						"bfloat16",
						"mixed"
					],
					"description": "Number format of the weights that are not quantised; mixed where no format holds nine tenths of them."
				},
				"quantization": {
					"type": ["string", "null"],
					"maxLength": 60,
					"description": "Method and bits of quantised weights as the checkpoint's configuration says, or null."
				},
				"reasoning": {
					"oneOf": [{
						"type": "null",
						"description": "The task does not ask for a state."
					}, {
						"type": "object",
						"additionalProperties": false,
						"required": [
							"state",
							"effort",
							"means"
						],
						"description": "The state that was found in the prompt.",
						"properties": {
							"state": {
								"enum": ["off", "on"],
								"description": "Whether the model is asked to think."
							},
							"effort": {
								"enum": [
									"low",
									"medium",
									"high",
									null
								],
								"description": "How much, for models that take it."
							},
							"means": {
								"type": "string",
								"maxLength": 300,
								"description": "How the state was brought about, and how it was seen in the prompt."
							}
						}
					}],
					"description": "Reasoning as the model's chat template took it, or null."
				},
				"attention": {
					"type": ["string", "null"],
					"maxLength": 60,
					"description": "Implementation of attention, or null."
				},
				"maximumInputTokens": {
					"type": ["integer", "null"],
					"minimum": 1,
					"maximum": 1e8,
					"description": "Longest input before it is cut off, in tokens; null where inputs are no tokens."
				},
				"truncatedQueries": {
					"type": ["integer", "null"],
					"minimum": 0,
					"maximum": 1e9,
					"description": "Queries of one pass whose input was cut off; null where inputs are no tokens."
				},
				"placement": {
					"type": "array",
					"minItems": 1,
					"maxItems": 64,
					"items": {
						"type": "object",
						"additionalProperties": false,
						"required": ["device", "parameters"],
						"description": "One device.",
						"properties": {
							"device": {
								"type": "string",
								"maxLength": 120,
								"description": "cpu, disk, or cuda:<number of the GPU among those the model uses>."
							},
							"parameters": {
								"type": "integer",
								"minimum": 0,
								"maximum": 0x5af3107a4000,
								"description": "Parameters that lie there."
							}
						}
					},
					"description": "Where the parameters lie."
				}
			}
		},
		"evidence": {
			"type": "object",
			"additionalProperties": false,
			"required": [
				"url",
				"sha256",
				"submissionSha256",
				"packedDigest",
				"attestation"
			],
			"description": "Where a self-reported result came from, and what its owner attested. Absent in every other record.",
			"properties": {
				"url": {
					"type": "string",
					"maxLength": 512,
					"pattern": "^https://[a-z0-9.-]+(?:/[A-Za-z0-9._~%/+-]*)$",
					"description": "Where the packed result was fetched from."
				},
				"sha256": {
					"$ref": "#/$defs/sha256",
					"description": "SHA-256 of the packed result."
				},
				"submissionSha256": {
					"$ref": "#/$defs/sha256",
					"description": "SHA-256 of the submission that brought the evidence; plan.submission is the one that was measured."
				},
				"packedDigest": {
					"$ref": "#/$defs/sha256",
					"description": "recordDigest of the record as its owner packed it."
				},
				"attestation": {
					"type": "object",
					"additionalProperties": false,
					"required": [
						"publicSharing",
						"dataIntegrity",
						"modelRepresentation"
					],
					"description": "What the owner confirmed.",
					"properties": {
						"publicSharing": {
							"const": true,
							"description": "The energy figures may be shared in public."
						},
						"dataIntegrity": {
							"const": true,
							"description": "The logs are accurate, unaltered, and come from the specified procedure."
						},
						"modelRepresentation": {
							"const": true,
							"description": "The model was measured as it runs in production, quantisation included."
						}
					}
				}
			}
		},
		"concurrent": {
			"type": "object",
			"additionalProperties": false,
			"required": ["concurrency", "phase"],
			"description": "One window with several queries at once, after the last run: reported apart, never scored. Absent where none was asked for.",
			"properties": {
				"concurrency": {
					"type": "integer",
					"minimum": 2,
					"maximum": 1024,
					"description": "Queries that are under way at one time."
				},
				"phase": {
					"$ref": "#/$defs/measuredPhase",
					"description": "What was measured."
				}
			}
		}
	},
	"$defs": {
		"revision": {
			"type": "string",
			"pattern": "^[0-9a-f]{40}$",
			"description": "A full commit id: 40 lower-case hexadecimal digits."
		},
		"sha256": {
			"type": "string",
			"pattern": "^[0-9a-f]{64}$",
			"description": "A SHA-256 digest: 64 lower-case hexadecimal digits."
		},
		"precision": {
			"enum": [
				"float32",
				"float16",
				"bfloat16"
			],
			"description": "A number format."
		},
		"phase": {
			"enum": [
				"preprocess",
				"prefill",
				"generate",
				"forward",
				"call"
			],
			"description": "A measured phase. generate is the pass over every query with all its new tokens: prefill plus decode."
		},
		"scope": {
			"enum": [
				"gpu",
				"cpu",
				"ram"
			],
			"description": "What an energy covers: GPU boards, processor packages, or memory."
		},
		"meter": {
			"type": "object",
			"additionalProperties": false,
			"required": [
				"id",
				"scope",
				"quality",
				"joulesPerCount",
				"device",
				"updatePeriodSeconds",
				"assumption"
			],
			"description": "One meter.",
			"properties": {
				"id": {
					"type": "string",
					"maxLength": 64,
					"pattern": "^[a-z][a-z0-9:.-]{0,63}$",
					"description": "The meter's name in this record, as in nvml:0, rapl, cpu-estimate."
				},
				"scope": {
					"$ref": "#/$defs/scope",
					"description": "What it measures."
				},
				"quality": {
					"enum": [
						"counter",
						"integrated",
						"estimated"
					],
					"description": "counter: an energy counter of the hardware. integrated: power samples over time. estimated: computed from CPU time."
				},
				"joulesPerCount": {
					"type": "number",
					"maximum": 1e6,
					"exclusiveMinimum": 0,
					"description": "Energy of one count of its readings, in joules."
				},
				"device": {
					"type": "string",
					"maxLength": 200,
					"description": "What it meters, in words."
				},
				"updatePeriodSeconds": {
					"type": ["number", "null"],
					"minimum": 0,
					"maximum": 60,
					"description": "Measured time between two updates of the counter, in seconds; null when it was not measured."
				},
				"assumption": {
					"type": ["string", "null"],
					"maxLength": 400,
					"description": "What an estimate assumes; null for a measurement."
				}
			}
		},
		"measuredPhase": {
			"type": "object",
			"additionalProperties": false,
			"required": [
				"name",
				"startSeconds",
				"endSeconds",
				"passes",
				"queries",
				"failedQueries",
				"inputTokens",
				"outputTokens",
				"joules"
			],
			"description": "One measured phase of one run.",
			"properties": {
				"name": {
					"$ref": "#/$defs/phase",
					"description": "The phase."
				},
				"startSeconds": {
					"type": "number",
					"minimum": 0,
					"maximum": 1e7,
					"description": "Opening edge, in seconds since the record's clock started."
				},
				"endSeconds": {
					"type": "number",
					"minimum": 0,
					"maximum": 1e7,
					"description": "Closing edge, on the same clock."
				},
				"passes": {
					"type": "integer",
					"minimum": 1,
					"maximum": 1e9,
					"description": "How often the whole data set went through."
				},
				"queries": {
					"type": "integer",
					"minimum": 1,
					"maximum": 0xe8d4a51000,
					"description": "Queries answered, over all passes."
				},
				"failedQueries": {
					"type": "integer",
					"minimum": 0,
					"maximum": 0xe8d4a51000,
					"description": "Queries that failed, over all passes."
				},
				"inputTokens": {
					"type": ["integer", "null"],
					"minimum": 0,
					"maximum": 0xe8d4a51000,
					"description": "Input tokens over all passes; null where the task has none."
				},
				"outputTokens": {
					"type": ["integer", "null"],
					"minimum": 0,
					"maximum": 0xe8d4a51000,
					"description": "New tokens over all passes; null where the phase makes none."
				},
				"joules": {
					"type": "array",
					"minItems": 1,
					"maxItems": 64,
					"items": {
						"type": "object",
						"additionalProperties": false,
						"required": ["meter", "joules"],
						"description": "One meter's energy.",
						"properties": {
							"meter": {
								"type": "string",
								"maxLength": 64,
								"description": "The meter's id."
							},
							"joules": {
								"type": "number",
								"minimum": 0,
								"maximum": 0xe8d4a51000,
								"description": "Energy in joules."
							},
							"edgeJoules": {
								"type": "number",
								"minimum": 0,
								"maximum": 0xe8d4a51000,
								"description": "Bound of the error of the readings at the two edges, in joules; absent where it is update period times mean power."
							},
							"integralJoules": {
								"type": ["number", "null"],
								"minimum": 0,
								"maximum": 0xe8d4a51000,
								"description": "The same window by the trapezoid integral of the power trace, in joules; null when the trace has no power, absent where nothing traced power."
							},
							"integralErrorJoules": {
								"type": ["number", "null"],
								"minimum": 0,
								"maximum": 0xe8d4a51000,
								"description": "Standard error of integralJoules, from how much the power differs between one sample and the next, in joules; null and absent like it."
							}
						}
					},
					"description": "Energy of the window by meter."
				},
				"firstToken": {
					"type": "object",
					"additionalProperties": false,
					"required": [
						"meanSeconds",
						"medianSeconds",
						"p95Seconds"
					],
					"description": "Time from sending a query to its first token, over all queries of the phase; absent where the backend does not stream.",
					"properties": {
						"meanSeconds": {
							"type": "number",
							"minimum": 0,
							"maximum": 1e6,
							"description": "Mean, in seconds."
						},
						"medianSeconds": {
							"type": "number",
							"minimum": 0,
							"maximum": 1e6,
							"description": "Median, in seconds."
						},
						"p95Seconds": {
							"type": "number",
							"minimum": 0,
							"maximum": 1e6,
							"description": "95th percentile, in seconds."
						}
					}
				}
			}
		},
		"run": {
			"type": "object",
			"additionalProperties": false,
			"required": ["index", "phases"],
			"description": "One run over the whole data set.",
			"properties": {
				"index": {
					"type": "integer",
					"minimum": 1,
					"maximum": 100,
					"description": "Number of the run, from 1."
				},
				"phases": {
					"type": "array",
					"minItems": 1,
					"maxItems": 3,
					"items": {
						"$ref": "#/$defs/measuredPhase",
						"description": "A phase."
					},
					"description": "Its phases in order."
				}
			}
		},
		"energy": {
			"type": "object",
			"additionalProperties": false,
			"required": [
				"scope",
				"quality",
				"meters",
				"whPer1000Queries",
				"runs",
				"standardDeviation",
				"coefficientOfVariation",
				"interval95",
				"edgeWhPer1000Queries",
				"systematicFraction",
				"phases"
			],
			"description": "What one scope's meters say, over all runs.",
			"properties": {
				"scope": {
					"$ref": "#/$defs/scope",
					"description": "What was measured."
				},
				"quality": {
					"enum": [
						"counter",
						"integrated",
						"estimated"
					],
					"description": "The weakest quality among the meters of this scope."
				},
				"meters": {
					"type": "array",
					"minItems": 1,
					"maxItems": 64,
					"items": {
						"type": "string",
						"maxLength": 64,
						"description": "A meter's id."
					},
					"description": "The ids of the meters that were added up."
				},
				"whPer1000Queries": {
					"type": "number",
					"maximum": 0xe8d4a51000,
					"exclusiveMinimum": 0,
					"description": "Mean over the runs of the sum of the scored phases, in watt-hours per 1,000 queries."
				},
				"runs": {
					"type": "array",
					"minItems": 1,
					"maxItems": 100,
					"items": {
						"type": "number",
						"minimum": 0,
						"maximum": 0xe8d4a51000,
						"description": "Watt-hours per 1,000 queries."
					},
					"description": "The same for each run, in order."
				},
				"standardDeviation": {
					"type": ["number", "null"],
					"minimum": 0,
					"maximum": 0xe8d4a51000,
					"description": "Sample standard deviation over the runs, in watt-hours per 1,000 queries; null for one run."
				},
				"coefficientOfVariation": {
					"type": ["number", "null"],
					"minimum": 0,
					"maximum": 1e6,
					"description": "Standard deviation over mean; null for one run."
				},
				"interval95": {
					"oneOf": [{
						"type": "null",
						"description": "One run gives no interval."
					}, {
						"type": "object",
						"additionalProperties": false,
						"required": ["low", "high"],
						"description": "Student's t interval, corrected for the looks where plan.stopping is set.",
						"properties": {
							"low": {
								"type": "number",
								"minimum": -0xe8d4a51000,
								"maximum": 0xe8d4a51000,
								"description": "Lower end."
							},
							"high": {
								"type": "number",
								"minimum": -0xe8d4a51000,
								"maximum": 0xe8d4a51000,
								"description": "Upper end."
							}
						}
					}],
					"description": "95 % interval of the mean over the runs (Student's t), in watt-hours per 1,000 queries; null for one run. Where plan.stopping is set it is corrected for optional stopping: the k-th look spends 0.05 / (k (k + 1)) of the error probability, so that the intervals of all looks hold together with 95 %."
				},
				"edgeWhPer1000Queries": {
					"type": ["number", "null"],
					"minimum": 0,
					"maximum": 0xe8d4a51000,
					"description": "Bound of the error of reading a ticking counter at the phase edges, in watt-hours per 1,000 queries; null when the update period is unknown."
				},
				"systematicFraction": {
					"type": ["number", "null"],
					"minimum": 0,
					"maximum": 10,
					"description": "Stated systematic error as a fraction of the figure; null when nothing is stated."
				},
				"phases": {
					"type": "array",
					"minItems": 1,
					"maxItems": 6,
					"items": {
						"type": "object",
						"additionalProperties": false,
						"required": [
							"name",
							"whPer1000Queries",
							"scored"
						],
						"description": "One phase.",
						"properties": {
							"name": {
								"enum": [
									"preprocess",
									"prefill",
									"decode",
									"generate",
									"forward",
									"call"
								],
								"description": "The phase."
							},
							"whPer1000Queries": {
								"type": "number",
								"minimum": -0xe8d4a51000,
								"maximum": 0xe8d4a51000,
								"description": "Watt-hours per 1,000 queries."
							},
							"scored": {
								"type": "boolean",
								"description": "Whether it counts towards the score."
							}
						}
					},
					"description": "Mean over the runs by phase, decode derived as generate minus prefill."
				},
				"uncertainty": {
					"type": "object",
					"additionalProperties": false,
					"required": [
						"random",
						"edge",
						"combinedRandomEdge",
						"systematic"
					],
					"description": "How far the figure can be off, by cause: half-widths in watt-hours per 1,000 queries.",
					"properties": {
						"random": {
							"type": ["number", "null"],
							"minimum": 0,
							"maximum": 0xe8d4a51000,
							"description": "Half of interval95, corrected where that is; null for one run."
						},
						"edge": {
							"type": ["number", "null"],
							"minimum": 0,
							"maximum": 0xe8d4a51000,
							"description": "Bound of the error at the phase edges; null when the update period is unknown."
						},
						"combinedRandomEdge": {
							"type": ["number", "null"],
							"minimum": 0,
							"maximum": 0xe8d4a51000,
							"description": "random + edge, added because the edge term is a bound and not a deviation; null when either is."
						},
						"systematic": {
							"type": ["number", "null"],
							"minimum": 0,
							"maximum": 0xe8d4a51000,
							"description": "systematicFraction of the figure: the sensor's constant gain, which no number of runs averages out. Never part of the others. Null when nothing is stated."
						}
					}
				}
			}
		},
		"clockEventReason": {
			"enum": [
				"gpu-idle",
				"applications-clocks-setting",
				"sw-power-cap",
				"hw-slowdown",
				"sync-boost",
				"sw-thermal-slowdown",
				"hw-thermal-slowdown",
				"hw-power-brake-slowdown",
				"display-clock-setting"
			],
			"description": "Why a GPU's clocks are what they are."
		}
	}
};
const func0 = require_equal().default;
const pattern12 = new RegExp("^[0-9a-f]{32}$", "u");
const pattern14 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$", "u");
const pattern16 = new RegExp("^[a-z0-9]+(?:-[a-z0-9]+)*$", "u");
const pattern18 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._+-]*(?: [A-Za-z0-9][A-Za-z0-9._+-]*)*$", "u");
function validate88(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate88.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (typeof data === "string") {
		if (!pattern4.test(data)) {
			const err0 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^[0-9a-f]{40}$" },
				message: "must match pattern \"^[0-9a-f]{40}$\""
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string"
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate88.errors = vErrors;
	return errors === 0;
}
validate88.evaluated = {
	"dynamicProps": false,
	"dynamicItems": false
};
function validate91(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate91.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (typeof data === "string") {
		if (!pattern7.test(data)) {
			const err0 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^[0-9a-f]{64}$" },
				message: "must match pattern \"^[0-9a-f]{64}$\""
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string"
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate91.errors = vErrors;
	return errors === 0;
}
validate91.evaluated = {
	"dynamicProps": false,
	"dynamicItems": false
};
const schema37 = {
	"enum": [
		"gpu-idle",
		"applications-clocks-setting",
		"sw-power-cap",
		"hw-slowdown",
		"sync-boost",
		"sw-thermal-slowdown",
		"hw-thermal-slowdown",
		"hw-power-brake-slowdown",
		"display-clock-setting"
	],
	"description": "Why a GPU's clocks are what they are."
};
function validate96(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate96.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (!(data === "gpu-idle" || data === "applications-clocks-setting" || data === "sw-power-cap" || data === "hw-slowdown" || data === "sync-boost" || data === "sw-thermal-slowdown" || data === "hw-thermal-slowdown" || data === "hw-power-brake-slowdown" || data === "display-clock-setting")) {
		const err0 = {
			instancePath,
			schemaPath: "#/enum",
			keyword: "enum",
			params: { allowedValues: schema37.enum },
			message: "must be equal to one of the allowed values"
		};
		if (vErrors === null) vErrors = [err0];
		else vErrors.push(err0);
		errors++;
	}
	validate96.errors = vErrors;
	return errors === 0;
}
validate96.evaluated = {
	"dynamicProps": false,
	"dynamicItems": false
};
const schema38 = {
	"type": "object",
	"additionalProperties": false,
	"required": [
		"id",
		"scope",
		"quality",
		"joulesPerCount",
		"device",
		"updatePeriodSeconds",
		"assumption"
	],
	"description": "One meter.",
	"properties": {
		"id": {
			"type": "string",
			"maxLength": 64,
			"pattern": "^[a-z][a-z0-9:.-]{0,63}$",
			"description": "The meter's name in this record, as in nvml:0, rapl, cpu-estimate."
		},
		"scope": {
			"$ref": "#/$defs/scope",
			"description": "What it measures."
		},
		"quality": {
			"enum": [
				"counter",
				"integrated",
				"estimated"
			],
			"description": "counter: an energy counter of the hardware. integrated: power samples over time. estimated: computed from CPU time."
		},
		"joulesPerCount": {
			"type": "number",
			"maximum": 1e6,
			"exclusiveMinimum": 0,
			"description": "Energy of one count of its readings, in joules."
		},
		"device": {
			"type": "string",
			"maxLength": 200,
			"description": "What it meters, in words."
		},
		"updatePeriodSeconds": {
			"type": ["number", "null"],
			"minimum": 0,
			"maximum": 60,
			"description": "Measured time between two updates of the counter, in seconds; null when it was not measured."
		},
		"assumption": {
			"type": ["string", "null"],
			"maxLength": 400,
			"description": "What an estimate assumes; null for a measurement."
		}
	}
};
const pattern17 = new RegExp("^[a-z][a-z0-9:.-]{0,63}$", "u");
const schema39 = {
	"enum": [
		"gpu",
		"cpu",
		"ram"
	],
	"description": "What an energy covers: GPU boards, processor packages, or memory."
};
function validate99(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate99.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (!(data === "gpu" || data === "cpu" || data === "ram")) {
		const err0 = {
			instancePath,
			schemaPath: "#/enum",
			keyword: "enum",
			params: { allowedValues: schema39.enum },
			message: "must be equal to one of the allowed values"
		};
		if (vErrors === null) vErrors = [err0];
		else vErrors.push(err0);
		errors++;
	}
	validate99.errors = vErrors;
	return errors === 0;
}
validate99.evaluated = {
	"dynamicProps": false,
	"dynamicItems": false
};
function validate98(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate98.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.id === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "id" },
				message: "must have required property 'id'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.scope === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "scope" },
				message: "must have required property 'scope'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.quality === void 0) {
			const err2 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "quality" },
				message: "must have required property 'quality'"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.joulesPerCount === void 0) {
			const err3 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "joulesPerCount" },
				message: "must have required property 'joulesPerCount'"
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (data.device === void 0) {
			const err4 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "device" },
				message: "must have required property 'device'"
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
		if (data.updatePeriodSeconds === void 0) {
			const err5 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "updatePeriodSeconds" },
				message: "must have required property 'updatePeriodSeconds'"
			};
			if (vErrors === null) vErrors = [err5];
			else vErrors.push(err5);
			errors++;
		}
		if (data.assumption === void 0) {
			const err6 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "assumption" },
				message: "must have required property 'assumption'"
			};
			if (vErrors === null) vErrors = [err6];
			else vErrors.push(err6);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "id" || key0 === "scope" || key0 === "quality" || key0 === "joulesPerCount" || key0 === "device" || key0 === "updatePeriodSeconds" || key0 === "assumption")) {
			const err7 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err7];
			else vErrors.push(err7);
			errors++;
		}
		if (data.id !== void 0) {
			let data0 = data.id;
			if (typeof data0 === "string") {
				if (func2(data0) > 64) {
					const err8 = {
						instancePath: instancePath + "/id",
						schemaPath: "#/properties/id/maxLength",
						keyword: "maxLength",
						params: { limit: 64 },
						message: "must NOT have more than 64 characters"
					};
					if (vErrors === null) vErrors = [err8];
					else vErrors.push(err8);
					errors++;
				}
				if (!pattern17.test(data0)) {
					const err9 = {
						instancePath: instancePath + "/id",
						schemaPath: "#/properties/id/pattern",
						keyword: "pattern",
						params: { pattern: "^[a-z][a-z0-9:.-]{0,63}$" },
						message: "must match pattern \"^[a-z][a-z0-9:.-]{0,63}$\""
					};
					if (vErrors === null) vErrors = [err9];
					else vErrors.push(err9);
					errors++;
				}
			} else {
				const err10 = {
					instancePath: instancePath + "/id",
					schemaPath: "#/properties/id/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err10];
				else vErrors.push(err10);
				errors++;
			}
		}
		if (data.scope !== void 0) {
			if (!validate99(data.scope, {
				instancePath: instancePath + "/scope",
				parentData: data,
				parentDataProperty: "scope",
				rootData,
				dynamicAnchors
			})) {
				vErrors = vErrors === null ? validate99.errors : vErrors.concat(validate99.errors);
				errors = vErrors.length;
			}
		}
		if (data.quality !== void 0) {
			let data2 = data.quality;
			if (!(data2 === "counter" || data2 === "integrated" || data2 === "estimated")) {
				const err11 = {
					instancePath: instancePath + "/quality",
					schemaPath: "#/properties/quality/enum",
					keyword: "enum",
					params: { allowedValues: schema38.properties.quality.enum },
					message: "must be equal to one of the allowed values"
				};
				if (vErrors === null) vErrors = [err11];
				else vErrors.push(err11);
				errors++;
			}
		}
		if (data.joulesPerCount !== void 0) {
			let data3 = data.joulesPerCount;
			if (typeof data3 == "number" && isFinite(data3)) {
				if (data3 > 1e6 || isNaN(data3)) {
					const err12 = {
						instancePath: instancePath + "/joulesPerCount",
						schemaPath: "#/properties/joulesPerCount/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 1e6
						},
						message: "must be <= 1000000"
					};
					if (vErrors === null) vErrors = [err12];
					else vErrors.push(err12);
					errors++;
				}
				if (data3 <= 0 || isNaN(data3)) {
					const err13 = {
						instancePath: instancePath + "/joulesPerCount",
						schemaPath: "#/properties/joulesPerCount/exclusiveMinimum",
						keyword: "exclusiveMinimum",
						params: {
							comparison: ">",
							limit: 0
						},
						message: "must be > 0"
					};
					if (vErrors === null) vErrors = [err13];
					else vErrors.push(err13);
					errors++;
				}
			} else {
				const err14 = {
					instancePath: instancePath + "/joulesPerCount",
					schemaPath: "#/properties/joulesPerCount/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number"
				};
				if (vErrors === null) vErrors = [err14];
				else vErrors.push(err14);
				errors++;
			}
		}
		if (data.device !== void 0) {
			let data4 = data.device;
			if (typeof data4 === "string") {
				if (func2(data4) > 200) {
					const err15 = {
						instancePath: instancePath + "/device",
						schemaPath: "#/properties/device/maxLength",
						keyword: "maxLength",
						params: { limit: 200 },
						message: "must NOT have more than 200 characters"
					};
					if (vErrors === null) vErrors = [err15];
					else vErrors.push(err15);
					errors++;
				}
			} else {
				const err16 = {
					instancePath: instancePath + "/device",
					schemaPath: "#/properties/device/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err16];
				else vErrors.push(err16);
				errors++;
			}
		}
		if (data.updatePeriodSeconds !== void 0) {
			let data5 = data.updatePeriodSeconds;
			if (!(typeof data5 == "number" && isFinite(data5)) && data5 !== null) {
				const err17 = {
					instancePath: instancePath + "/updatePeriodSeconds",
					schemaPath: "#/properties/updatePeriodSeconds/type",
					keyword: "type",
					params: { type: schema38.properties.updatePeriodSeconds.type },
					message: "must be number,null"
				};
				if (vErrors === null) vErrors = [err17];
				else vErrors.push(err17);
				errors++;
			}
			if (typeof data5 == "number" && isFinite(data5)) {
				if (data5 > 60 || isNaN(data5)) {
					const err18 = {
						instancePath: instancePath + "/updatePeriodSeconds",
						schemaPath: "#/properties/updatePeriodSeconds/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 60
						},
						message: "must be <= 60"
					};
					if (vErrors === null) vErrors = [err18];
					else vErrors.push(err18);
					errors++;
				}
				if (data5 < 0 || isNaN(data5)) {
					const err19 = {
						instancePath: instancePath + "/updatePeriodSeconds",
						schemaPath: "#/properties/updatePeriodSeconds/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0"
					};
					if (vErrors === null) vErrors = [err19];
					else vErrors.push(err19);
					errors++;
				}
			}
		}
		if (data.assumption !== void 0) {
			let data6 = data.assumption;
			if (typeof data6 !== "string" && data6 !== null) {
				const err20 = {
					instancePath: instancePath + "/assumption",
					schemaPath: "#/properties/assumption/type",
					keyword: "type",
					params: { type: schema38.properties.assumption.type },
					message: "must be string,null"
				};
				if (vErrors === null) vErrors = [err20];
				else vErrors.push(err20);
				errors++;
			}
			if (typeof data6 === "string") {
				if (func2(data6) > 400) {
					const err21 = {
						instancePath: instancePath + "/assumption",
						schemaPath: "#/properties/assumption/maxLength",
						keyword: "maxLength",
						params: { limit: 400 },
						message: "must NOT have more than 400 characters"
					};
					if (vErrors === null) vErrors = [err21];
					else vErrors.push(err21);
					errors++;
				}
			}
		}
	} else {
		const err22 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err22];
		else vErrors.push(err22);
		errors++;
	}
	validate98.errors = vErrors;
	return errors === 0;
}
validate98.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
const schema40 = {
	"enum": [
		"float32",
		"float16",
		"bfloat16"
	],
	"description": "A number format."
};
function validate104(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate104.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (!(data === "float32" || data === "float16" || data === "bfloat16")) {
		const err0 = {
			instancePath,
			schemaPath: "#/enum",
			keyword: "enum",
			params: { allowedValues: schema40.enum },
			message: "must be equal to one of the allowed values"
		};
		if (vErrors === null) vErrors = [err0];
		else vErrors.push(err0);
		errors++;
	}
	validate104.errors = vErrors;
	return errors === 0;
}
validate104.evaluated = {
	"dynamicProps": false,
	"dynamicItems": false
};
const schema41 = {
	"type": "object",
	"additionalProperties": false,
	"required": [
		"name",
		"startSeconds",
		"endSeconds",
		"passes",
		"queries",
		"failedQueries",
		"inputTokens",
		"outputTokens",
		"joules"
	],
	"description": "One measured phase of one run.",
	"properties": {
		"name": {
			"$ref": "#/$defs/phase",
			"description": "The phase."
		},
		"startSeconds": {
			"type": "number",
			"minimum": 0,
			"maximum": 1e7,
			"description": "Opening edge, in seconds since the record's clock started."
		},
		"endSeconds": {
			"type": "number",
			"minimum": 0,
			"maximum": 1e7,
			"description": "Closing edge, on the same clock."
		},
		"passes": {
			"type": "integer",
			"minimum": 1,
			"maximum": 1e9,
			"description": "How often the whole data set went through."
		},
		"queries": {
			"type": "integer",
			"minimum": 1,
			"maximum": 0xe8d4a51000,
			"description": "Queries answered, over all passes."
		},
		"failedQueries": {
			"type": "integer",
			"minimum": 0,
			"maximum": 0xe8d4a51000,
			"description": "Queries that failed, over all passes."
		},
		"inputTokens": {
			"type": ["integer", "null"],
			"minimum": 0,
			"maximum": 0xe8d4a51000,
			"description": "Input tokens over all passes; null where the task has none."
		},
		"outputTokens": {
			"type": ["integer", "null"],
			"minimum": 0,
			"maximum": 0xe8d4a51000,
			"description": "New tokens over all passes; null where the phase makes none."
		},
		"joules": {
			"type": "array",
			"minItems": 1,
			"maxItems": 64,
			"items": {
				"type": "object",
				"additionalProperties": false,
				"required": ["meter", "joules"],
				"description": "One meter's energy.",
				"properties": {
					"meter": {
						"type": "string",
						"maxLength": 64,
						"description": "The meter's id."
					},
					"joules": {
						"type": "number",
						"minimum": 0,
						"maximum": 0xe8d4a51000,
						"description": "Energy in joules."
					},
					"edgeJoules": {
						"type": "number",
						"minimum": 0,
						"maximum": 0xe8d4a51000,
						"description": "Bound of the error of the readings at the two edges, in joules; absent where it is update period times mean power."
					},
					"integralJoules": {
						"type": ["number", "null"],
						"minimum": 0,
						"maximum": 0xe8d4a51000,
						"description": "The same window by the trapezoid integral of the power trace, in joules; null when the trace has no power, absent where nothing traced power."
					},
					"integralErrorJoules": {
						"type": ["number", "null"],
						"minimum": 0,
						"maximum": 0xe8d4a51000,
						"description": "Standard error of integralJoules, from how much the power differs between one sample and the next, in joules; null and absent like it."
					}
				}
			},
			"description": "Energy of the window by meter."
		},
		"firstToken": {
			"type": "object",
			"additionalProperties": false,
			"required": [
				"meanSeconds",
				"medianSeconds",
				"p95Seconds"
			],
			"description": "Time from sending a query to its first token, over all queries of the phase; absent where the backend does not stream.",
			"properties": {
				"meanSeconds": {
					"type": "number",
					"minimum": 0,
					"maximum": 1e6,
					"description": "Mean, in seconds."
				},
				"medianSeconds": {
					"type": "number",
					"minimum": 0,
					"maximum": 1e6,
					"description": "Median, in seconds."
				},
				"p95Seconds": {
					"type": "number",
					"minimum": 0,
					"maximum": 1e6,
					"description": "95th percentile, in seconds."
				}
			}
		}
	}
};
const schema42 = {
	"enum": [
		"preprocess",
		"prefill",
		"generate",
		"forward",
		"call"
	],
	"description": "A measured phase. generate is the pass over every query with all its new tokens: prefill plus decode."
};
function validate108(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate108.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (!(data === "preprocess" || data === "prefill" || data === "generate" || data === "forward" || data === "call")) {
		const err0 = {
			instancePath,
			schemaPath: "#/enum",
			keyword: "enum",
			params: { allowedValues: schema42.enum },
			message: "must be equal to one of the allowed values"
		};
		if (vErrors === null) vErrors = [err0];
		else vErrors.push(err0);
		errors++;
	}
	validate108.errors = vErrors;
	return errors === 0;
}
validate108.evaluated = {
	"dynamicProps": false,
	"dynamicItems": false
};
function validate107(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate107.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.name === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "name" },
				message: "must have required property 'name'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.startSeconds === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "startSeconds" },
				message: "must have required property 'startSeconds'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.endSeconds === void 0) {
			const err2 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "endSeconds" },
				message: "must have required property 'endSeconds'"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.passes === void 0) {
			const err3 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "passes" },
				message: "must have required property 'passes'"
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (data.queries === void 0) {
			const err4 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "queries" },
				message: "must have required property 'queries'"
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
		if (data.failedQueries === void 0) {
			const err5 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "failedQueries" },
				message: "must have required property 'failedQueries'"
			};
			if (vErrors === null) vErrors = [err5];
			else vErrors.push(err5);
			errors++;
		}
		if (data.inputTokens === void 0) {
			const err6 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "inputTokens" },
				message: "must have required property 'inputTokens'"
			};
			if (vErrors === null) vErrors = [err6];
			else vErrors.push(err6);
			errors++;
		}
		if (data.outputTokens === void 0) {
			const err7 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "outputTokens" },
				message: "must have required property 'outputTokens'"
			};
			if (vErrors === null) vErrors = [err7];
			else vErrors.push(err7);
			errors++;
		}
		if (data.joules === void 0) {
			const err8 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "joules" },
				message: "must have required property 'joules'"
			};
			if (vErrors === null) vErrors = [err8];
			else vErrors.push(err8);
			errors++;
		}
		for (const key0 in data) if (!func1.call(schema41.properties, key0)) {
			const err9 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err9];
			else vErrors.push(err9);
			errors++;
		}
		if (data.name !== void 0) {
			if (!validate108(data.name, {
				instancePath: instancePath + "/name",
				parentData: data,
				parentDataProperty: "name",
				rootData,
				dynamicAnchors
			})) {
				vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors);
				errors = vErrors.length;
			}
		}
		if (data.startSeconds !== void 0) {
			let data1 = data.startSeconds;
			if (typeof data1 == "number" && isFinite(data1)) {
				if (data1 > 1e7 || isNaN(data1)) {
					const err10 = {
						instancePath: instancePath + "/startSeconds",
						schemaPath: "#/properties/startSeconds/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 1e7
						},
						message: "must be <= 10000000"
					};
					if (vErrors === null) vErrors = [err10];
					else vErrors.push(err10);
					errors++;
				}
				if (data1 < 0 || isNaN(data1)) {
					const err11 = {
						instancePath: instancePath + "/startSeconds",
						schemaPath: "#/properties/startSeconds/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0"
					};
					if (vErrors === null) vErrors = [err11];
					else vErrors.push(err11);
					errors++;
				}
			} else {
				const err12 = {
					instancePath: instancePath + "/startSeconds",
					schemaPath: "#/properties/startSeconds/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number"
				};
				if (vErrors === null) vErrors = [err12];
				else vErrors.push(err12);
				errors++;
			}
		}
		if (data.endSeconds !== void 0) {
			let data2 = data.endSeconds;
			if (typeof data2 == "number" && isFinite(data2)) {
				if (data2 > 1e7 || isNaN(data2)) {
					const err13 = {
						instancePath: instancePath + "/endSeconds",
						schemaPath: "#/properties/endSeconds/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 1e7
						},
						message: "must be <= 10000000"
					};
					if (vErrors === null) vErrors = [err13];
					else vErrors.push(err13);
					errors++;
				}
				if (data2 < 0 || isNaN(data2)) {
					const err14 = {
						instancePath: instancePath + "/endSeconds",
						schemaPath: "#/properties/endSeconds/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0"
					};
					if (vErrors === null) vErrors = [err14];
					else vErrors.push(err14);
					errors++;
				}
			} else {
				const err15 = {
					instancePath: instancePath + "/endSeconds",
					schemaPath: "#/properties/endSeconds/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number"
				};
				if (vErrors === null) vErrors = [err15];
				else vErrors.push(err15);
				errors++;
			}
		}
		if (data.passes !== void 0) {
			let data3 = data.passes;
			if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3) && isFinite(data3))) {
				const err16 = {
					instancePath: instancePath + "/passes",
					schemaPath: "#/properties/passes/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err16];
				else vErrors.push(err16);
				errors++;
			}
			if (typeof data3 == "number" && isFinite(data3)) {
				if (data3 > 1e9 || isNaN(data3)) {
					const err17 = {
						instancePath: instancePath + "/passes",
						schemaPath: "#/properties/passes/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 1e9
						},
						message: "must be <= 1000000000"
					};
					if (vErrors === null) vErrors = [err17];
					else vErrors.push(err17);
					errors++;
				}
				if (data3 < 1 || isNaN(data3)) {
					const err18 = {
						instancePath: instancePath + "/passes",
						schemaPath: "#/properties/passes/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1"
					};
					if (vErrors === null) vErrors = [err18];
					else vErrors.push(err18);
					errors++;
				}
			}
		}
		if (data.queries !== void 0) {
			let data4 = data.queries;
			if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
				const err19 = {
					instancePath: instancePath + "/queries",
					schemaPath: "#/properties/queries/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err19];
				else vErrors.push(err19);
				errors++;
			}
			if (typeof data4 == "number" && isFinite(data4)) {
				if (data4 > 0xe8d4a51000 || isNaN(data4)) {
					const err20 = {
						instancePath: instancePath + "/queries",
						schemaPath: "#/properties/queries/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 0xe8d4a51000
						},
						message: "must be <= 1000000000000"
					};
					if (vErrors === null) vErrors = [err20];
					else vErrors.push(err20);
					errors++;
				}
				if (data4 < 1 || isNaN(data4)) {
					const err21 = {
						instancePath: instancePath + "/queries",
						schemaPath: "#/properties/queries/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1"
					};
					if (vErrors === null) vErrors = [err21];
					else vErrors.push(err21);
					errors++;
				}
			}
		}
		if (data.failedQueries !== void 0) {
			let data5 = data.failedQueries;
			if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
				const err22 = {
					instancePath: instancePath + "/failedQueries",
					schemaPath: "#/properties/failedQueries/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err22];
				else vErrors.push(err22);
				errors++;
			}
			if (typeof data5 == "number" && isFinite(data5)) {
				if (data5 > 0xe8d4a51000 || isNaN(data5)) {
					const err23 = {
						instancePath: instancePath + "/failedQueries",
						schemaPath: "#/properties/failedQueries/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 0xe8d4a51000
						},
						message: "must be <= 1000000000000"
					};
					if (vErrors === null) vErrors = [err23];
					else vErrors.push(err23);
					errors++;
				}
				if (data5 < 0 || isNaN(data5)) {
					const err24 = {
						instancePath: instancePath + "/failedQueries",
						schemaPath: "#/properties/failedQueries/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0"
					};
					if (vErrors === null) vErrors = [err24];
					else vErrors.push(err24);
					errors++;
				}
			}
		}
		if (data.inputTokens !== void 0) {
			let data6 = data.inputTokens;
			if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6) && isFinite(data6)) && data6 !== null) {
				const err25 = {
					instancePath: instancePath + "/inputTokens",
					schemaPath: "#/properties/inputTokens/type",
					keyword: "type",
					params: { type: schema41.properties.inputTokens.type },
					message: "must be integer,null"
				};
				if (vErrors === null) vErrors = [err25];
				else vErrors.push(err25);
				errors++;
			}
			if (typeof data6 == "number" && isFinite(data6)) {
				if (data6 > 0xe8d4a51000 || isNaN(data6)) {
					const err26 = {
						instancePath: instancePath + "/inputTokens",
						schemaPath: "#/properties/inputTokens/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 0xe8d4a51000
						},
						message: "must be <= 1000000000000"
					};
					if (vErrors === null) vErrors = [err26];
					else vErrors.push(err26);
					errors++;
				}
				if (data6 < 0 || isNaN(data6)) {
					const err27 = {
						instancePath: instancePath + "/inputTokens",
						schemaPath: "#/properties/inputTokens/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0"
					};
					if (vErrors === null) vErrors = [err27];
					else vErrors.push(err27);
					errors++;
				}
			}
		}
		if (data.outputTokens !== void 0) {
			let data7 = data.outputTokens;
			if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7) && isFinite(data7)) && data7 !== null) {
				const err28 = {
					instancePath: instancePath + "/outputTokens",
					schemaPath: "#/properties/outputTokens/type",
					keyword: "type",
					params: { type: schema41.properties.outputTokens.type },
					message: "must be integer,null"
				};
				if (vErrors === null) vErrors = [err28];
				else vErrors.push(err28);
				errors++;
			}
			if (typeof data7 == "number" && isFinite(data7)) {
				if (data7 > 0xe8d4a51000 || isNaN(data7)) {
					const err29 = {
						instancePath: instancePath + "/outputTokens",
						schemaPath: "#/properties/outputTokens/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 0xe8d4a51000
						},
						message: "must be <= 1000000000000"
					};
					if (vErrors === null) vErrors = [err29];
					else vErrors.push(err29);
					errors++;
				}
				if (data7 < 0 || isNaN(data7)) {
					const err30 = {
						instancePath: instancePath + "/outputTokens",
						schemaPath: "#/properties/outputTokens/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0"
					};
					if (vErrors === null) vErrors = [err30];
					else vErrors.push(err30);
					errors++;
				}
			}
		}
		if (data.joules !== void 0) {
			let data8 = data.joules;
			if (Array.isArray(data8)) {
				if (data8.length > 64) {
					const err31 = {
						instancePath: instancePath + "/joules",
						schemaPath: "#/properties/joules/maxItems",
						keyword: "maxItems",
						params: { limit: 64 },
						message: "must NOT have more than 64 items"
					};
					if (vErrors === null) vErrors = [err31];
					else vErrors.push(err31);
					errors++;
				}
				if (data8.length < 1) {
					const err32 = {
						instancePath: instancePath + "/joules",
						schemaPath: "#/properties/joules/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items"
					};
					if (vErrors === null) vErrors = [err32];
					else vErrors.push(err32);
					errors++;
				}
				const len0 = data8.length;
				for (let i0 = 0; i0 < len0; i0++) {
					let data9 = data8[i0];
					if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
						if (data9.meter === void 0) {
							const err33 = {
								instancePath: instancePath + "/joules/" + i0,
								schemaPath: "#/properties/joules/items/required",
								keyword: "required",
								params: { missingProperty: "meter" },
								message: "must have required property 'meter'"
							};
							if (vErrors === null) vErrors = [err33];
							else vErrors.push(err33);
							errors++;
						}
						if (data9.joules === void 0) {
							const err34 = {
								instancePath: instancePath + "/joules/" + i0,
								schemaPath: "#/properties/joules/items/required",
								keyword: "required",
								params: { missingProperty: "joules" },
								message: "must have required property 'joules'"
							};
							if (vErrors === null) vErrors = [err34];
							else vErrors.push(err34);
							errors++;
						}
						for (const key1 in data9) if (!(key1 === "meter" || key1 === "joules" || key1 === "edgeJoules" || key1 === "integralJoules" || key1 === "integralErrorJoules")) {
							const err35 = {
								instancePath: instancePath + "/joules/" + i0,
								schemaPath: "#/properties/joules/items/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key1 },
								message: "must NOT have additional properties"
							};
							if (vErrors === null) vErrors = [err35];
							else vErrors.push(err35);
							errors++;
						}
						if (data9.meter !== void 0) {
							let data10 = data9.meter;
							if (typeof data10 === "string") {
								if (func2(data10) > 64) {
									const err36 = {
										instancePath: instancePath + "/joules/" + i0 + "/meter",
										schemaPath: "#/properties/joules/items/properties/meter/maxLength",
										keyword: "maxLength",
										params: { limit: 64 },
										message: "must NOT have more than 64 characters"
									};
									if (vErrors === null) vErrors = [err36];
									else vErrors.push(err36);
									errors++;
								}
							} else {
								const err37 = {
									instancePath: instancePath + "/joules/" + i0 + "/meter",
									schemaPath: "#/properties/joules/items/properties/meter/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err37];
								else vErrors.push(err37);
								errors++;
							}
						}
						if (data9.joules !== void 0) {
							let data11 = data9.joules;
							if (typeof data11 == "number" && isFinite(data11)) {
								if (data11 > 0xe8d4a51000 || isNaN(data11)) {
									const err38 = {
										instancePath: instancePath + "/joules/" + i0 + "/joules",
										schemaPath: "#/properties/joules/items/properties/joules/maximum",
										keyword: "maximum",
										params: {
											comparison: "<=",
											limit: 0xe8d4a51000
										},
										message: "must be <= 1000000000000"
									};
									if (vErrors === null) vErrors = [err38];
									else vErrors.push(err38);
									errors++;
								}
								if (data11 < 0 || isNaN(data11)) {
									const err39 = {
										instancePath: instancePath + "/joules/" + i0 + "/joules",
										schemaPath: "#/properties/joules/items/properties/joules/minimum",
										keyword: "minimum",
										params: {
											comparison: ">=",
											limit: 0
										},
										message: "must be >= 0"
									};
									if (vErrors === null) vErrors = [err39];
									else vErrors.push(err39);
									errors++;
								}
							} else {
								const err40 = {
									instancePath: instancePath + "/joules/" + i0 + "/joules",
									schemaPath: "#/properties/joules/items/properties/joules/type",
									keyword: "type",
									params: { type: "number" },
									message: "must be number"
								};
								if (vErrors === null) vErrors = [err40];
								else vErrors.push(err40);
								errors++;
							}
						}
						if (data9.edgeJoules !== void 0) {
							let data12 = data9.edgeJoules;
							if (typeof data12 == "number" && isFinite(data12)) {
								if (data12 > 0xe8d4a51000 || isNaN(data12)) {
									const err41 = {
										instancePath: instancePath + "/joules/" + i0 + "/edgeJoules",
										schemaPath: "#/properties/joules/items/properties/edgeJoules/maximum",
										keyword: "maximum",
										params: {
											comparison: "<=",
											limit: 0xe8d4a51000
										},
										message: "must be <= 1000000000000"
									};
									if (vErrors === null) vErrors = [err41];
									else vErrors.push(err41);
									errors++;
								}
								if (data12 < 0 || isNaN(data12)) {
									const err42 = {
										instancePath: instancePath + "/joules/" + i0 + "/edgeJoules",
										schemaPath: "#/properties/joules/items/properties/edgeJoules/minimum",
										keyword: "minimum",
										params: {
											comparison: ">=",
											limit: 0
										},
										message: "must be >= 0"
									};
									if (vErrors === null) vErrors = [err42];
									else vErrors.push(err42);
									errors++;
								}
							} else {
								const err43 = {
									instancePath: instancePath + "/joules/" + i0 + "/edgeJoules",
									schemaPath: "#/properties/joules/items/properties/edgeJoules/type",
									keyword: "type",
									params: { type: "number" },
									message: "must be number"
								};
								if (vErrors === null) vErrors = [err43];
								else vErrors.push(err43);
								errors++;
							}
						}
						if (data9.integralJoules !== void 0) {
							let data13 = data9.integralJoules;
							if (!(typeof data13 == "number" && isFinite(data13)) && data13 !== null) {
								const err44 = {
									instancePath: instancePath + "/joules/" + i0 + "/integralJoules",
									schemaPath: "#/properties/joules/items/properties/integralJoules/type",
									keyword: "type",
									params: { type: schema41.properties.joules.items.properties.integralJoules.type },
									message: "must be number,null"
								};
								if (vErrors === null) vErrors = [err44];
								else vErrors.push(err44);
								errors++;
							}
							if (typeof data13 == "number" && isFinite(data13)) {
								if (data13 > 0xe8d4a51000 || isNaN(data13)) {
									const err45 = {
										instancePath: instancePath + "/joules/" + i0 + "/integralJoules",
										schemaPath: "#/properties/joules/items/properties/integralJoules/maximum",
										keyword: "maximum",
										params: {
											comparison: "<=",
											limit: 0xe8d4a51000
										},
										message: "must be <= 1000000000000"
									};
									if (vErrors === null) vErrors = [err45];
									else vErrors.push(err45);
									errors++;
								}
								if (data13 < 0 || isNaN(data13)) {
									const err46 = {
										instancePath: instancePath + "/joules/" + i0 + "/integralJoules",
										schemaPath: "#/properties/joules/items/properties/integralJoules/minimum",
										keyword: "minimum",
										params: {
											comparison: ">=",
											limit: 0
										},
										message: "must be >= 0"
									};
									if (vErrors === null) vErrors = [err46];
									else vErrors.push(err46);
									errors++;
								}
							}
						}
						if (data9.integralErrorJoules !== void 0) {
							let data14 = data9.integralErrorJoules;
							if (!(typeof data14 == "number" && isFinite(data14)) && data14 !== null) {
								const err47 = {
									instancePath: instancePath + "/joules/" + i0 + "/integralErrorJoules",
									schemaPath: "#/properties/joules/items/properties/integralErrorJoules/type",
									keyword: "type",
									params: { type: schema41.properties.joules.items.properties.integralErrorJoules.type },
									message: "must be number,null"
								};
								if (vErrors === null) vErrors = [err47];
								else vErrors.push(err47);
								errors++;
							}
							if (typeof data14 == "number" && isFinite(data14)) {
								if (data14 > 0xe8d4a51000 || isNaN(data14)) {
									const err48 = {
										instancePath: instancePath + "/joules/" + i0 + "/integralErrorJoules",
										schemaPath: "#/properties/joules/items/properties/integralErrorJoules/maximum",
										keyword: "maximum",
										params: {
											comparison: "<=",
											limit: 0xe8d4a51000
										},
										message: "must be <= 1000000000000"
									};
									if (vErrors === null) vErrors = [err48];
									else vErrors.push(err48);
									errors++;
								}
								if (data14 < 0 || isNaN(data14)) {
									const err49 = {
										instancePath: instancePath + "/joules/" + i0 + "/integralErrorJoules",
										schemaPath: "#/properties/joules/items/properties/integralErrorJoules/minimum",
										keyword: "minimum",
										params: {
											comparison: ">=",
											limit: 0
										},
										message: "must be >= 0"
									};
									if (vErrors === null) vErrors = [err49];
									else vErrors.push(err49);
									errors++;
								}
							}
						}
					} else {
						const err50 = {
							instancePath: instancePath + "/joules/" + i0,
							schemaPath: "#/properties/joules/items/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object"
						};
						if (vErrors === null) vErrors = [err50];
						else vErrors.push(err50);
						errors++;
					}
				}
			} else {
				const err51 = {
					instancePath: instancePath + "/joules",
					schemaPath: "#/properties/joules/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err51];
				else vErrors.push(err51);
				errors++;
			}
		}
		if (data.firstToken !== void 0) {
			let data15 = data.firstToken;
			if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
				if (data15.meanSeconds === void 0) {
					const err52 = {
						instancePath: instancePath + "/firstToken",
						schemaPath: "#/properties/firstToken/required",
						keyword: "required",
						params: { missingProperty: "meanSeconds" },
						message: "must have required property 'meanSeconds'"
					};
					if (vErrors === null) vErrors = [err52];
					else vErrors.push(err52);
					errors++;
				}
				if (data15.medianSeconds === void 0) {
					const err53 = {
						instancePath: instancePath + "/firstToken",
						schemaPath: "#/properties/firstToken/required",
						keyword: "required",
						params: { missingProperty: "medianSeconds" },
						message: "must have required property 'medianSeconds'"
					};
					if (vErrors === null) vErrors = [err53];
					else vErrors.push(err53);
					errors++;
				}
				if (data15.p95Seconds === void 0) {
					const err54 = {
						instancePath: instancePath + "/firstToken",
						schemaPath: "#/properties/firstToken/required",
						keyword: "required",
						params: { missingProperty: "p95Seconds" },
						message: "must have required property 'p95Seconds'"
					};
					if (vErrors === null) vErrors = [err54];
					else vErrors.push(err54);
					errors++;
				}
				for (const key2 in data15) if (!(key2 === "meanSeconds" || key2 === "medianSeconds" || key2 === "p95Seconds")) {
					const err55 = {
						instancePath: instancePath + "/firstToken",
						schemaPath: "#/properties/firstToken/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key2 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err55];
					else vErrors.push(err55);
					errors++;
				}
				if (data15.meanSeconds !== void 0) {
					let data16 = data15.meanSeconds;
					if (typeof data16 == "number" && isFinite(data16)) {
						if (data16 > 1e6 || isNaN(data16)) {
							const err56 = {
								instancePath: instancePath + "/firstToken/meanSeconds",
								schemaPath: "#/properties/firstToken/properties/meanSeconds/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 1e6
								},
								message: "must be <= 1000000"
							};
							if (vErrors === null) vErrors = [err56];
							else vErrors.push(err56);
							errors++;
						}
						if (data16 < 0 || isNaN(data16)) {
							const err57 = {
								instancePath: instancePath + "/firstToken/meanSeconds",
								schemaPath: "#/properties/firstToken/properties/meanSeconds/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err57];
							else vErrors.push(err57);
							errors++;
						}
					} else {
						const err58 = {
							instancePath: instancePath + "/firstToken/meanSeconds",
							schemaPath: "#/properties/firstToken/properties/meanSeconds/type",
							keyword: "type",
							params: { type: "number" },
							message: "must be number"
						};
						if (vErrors === null) vErrors = [err58];
						else vErrors.push(err58);
						errors++;
					}
				}
				if (data15.medianSeconds !== void 0) {
					let data17 = data15.medianSeconds;
					if (typeof data17 == "number" && isFinite(data17)) {
						if (data17 > 1e6 || isNaN(data17)) {
							const err59 = {
								instancePath: instancePath + "/firstToken/medianSeconds",
								schemaPath: "#/properties/firstToken/properties/medianSeconds/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 1e6
								},
								message: "must be <= 1000000"
							};
							if (vErrors === null) vErrors = [err59];
							else vErrors.push(err59);
							errors++;
						}
						if (data17 < 0 || isNaN(data17)) {
							const err60 = {
								instancePath: instancePath + "/firstToken/medianSeconds",
								schemaPath: "#/properties/firstToken/properties/medianSeconds/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err60];
							else vErrors.push(err60);
							errors++;
						}
					} else {
						const err61 = {
							instancePath: instancePath + "/firstToken/medianSeconds",
							schemaPath: "#/properties/firstToken/properties/medianSeconds/type",
							keyword: "type",
							params: { type: "number" },
							message: "must be number"
						};
						if (vErrors === null) vErrors = [err61];
						else vErrors.push(err61);
						errors++;
					}
				}
				if (data15.p95Seconds !== void 0) {
					let data18 = data15.p95Seconds;
					if (typeof data18 == "number" && isFinite(data18)) {
						if (data18 > 1e6 || isNaN(data18)) {
							const err62 = {
								instancePath: instancePath + "/firstToken/p95Seconds",
								schemaPath: "#/properties/firstToken/properties/p95Seconds/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 1e6
								},
								message: "must be <= 1000000"
							};
							if (vErrors === null) vErrors = [err62];
							else vErrors.push(err62);
							errors++;
						}
						if (data18 < 0 || isNaN(data18)) {
							const err63 = {
								instancePath: instancePath + "/firstToken/p95Seconds",
								schemaPath: "#/properties/firstToken/properties/p95Seconds/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err63];
							else vErrors.push(err63);
							errors++;
						}
					} else {
						const err64 = {
							instancePath: instancePath + "/firstToken/p95Seconds",
							schemaPath: "#/properties/firstToken/properties/p95Seconds/type",
							keyword: "type",
							params: { type: "number" },
							message: "must be number"
						};
						if (vErrors === null) vErrors = [err64];
						else vErrors.push(err64);
						errors++;
					}
				}
			} else {
				const err65 = {
					instancePath: instancePath + "/firstToken",
					schemaPath: "#/properties/firstToken/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err65];
				else vErrors.push(err65);
				errors++;
			}
		}
	} else {
		const err66 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err66];
		else vErrors.push(err66);
		errors++;
	}
	validate107.errors = vErrors;
	return errors === 0;
}
validate107.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
function validate111(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate111.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.index === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "index" },
				message: "must have required property 'index'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.phases === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "phases" },
				message: "must have required property 'phases'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "index" || key0 === "phases")) {
			const err2 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.index !== void 0) {
			let data0 = data.index;
			if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
				const err3 = {
					instancePath: instancePath + "/index",
					schemaPath: "#/properties/index/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
			if (typeof data0 == "number" && isFinite(data0)) {
				if (data0 > 100 || isNaN(data0)) {
					const err4 = {
						instancePath: instancePath + "/index",
						schemaPath: "#/properties/index/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 100
						},
						message: "must be <= 100"
					};
					if (vErrors === null) vErrors = [err4];
					else vErrors.push(err4);
					errors++;
				}
				if (data0 < 1 || isNaN(data0)) {
					const err5 = {
						instancePath: instancePath + "/index",
						schemaPath: "#/properties/index/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1"
					};
					if (vErrors === null) vErrors = [err5];
					else vErrors.push(err5);
					errors++;
				}
			}
		}
		if (data.phases !== void 0) {
			let data1 = data.phases;
			if (Array.isArray(data1)) {
				if (data1.length > 3) {
					const err6 = {
						instancePath: instancePath + "/phases",
						schemaPath: "#/properties/phases/maxItems",
						keyword: "maxItems",
						params: { limit: 3 },
						message: "must NOT have more than 3 items"
					};
					if (vErrors === null) vErrors = [err6];
					else vErrors.push(err6);
					errors++;
				}
				if (data1.length < 1) {
					const err7 = {
						instancePath: instancePath + "/phases",
						schemaPath: "#/properties/phases/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items"
					};
					if (vErrors === null) vErrors = [err7];
					else vErrors.push(err7);
					errors++;
				}
				const len0 = data1.length;
				for (let i0 = 0; i0 < len0; i0++) if (!validate107(data1[i0], {
					instancePath: instancePath + "/phases/" + i0,
					parentData: data1,
					parentDataProperty: i0,
					rootData,
					dynamicAnchors
				})) {
					vErrors = vErrors === null ? validate107.errors : vErrors.concat(validate107.errors);
					errors = vErrors.length;
				}
			} else {
				const err8 = {
					instancePath: instancePath + "/phases",
					schemaPath: "#/properties/phases/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err8];
				else vErrors.push(err8);
				errors++;
			}
		}
	} else {
		const err9 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err9];
		else vErrors.push(err9);
		errors++;
	}
	validate111.errors = vErrors;
	return errors === 0;
}
validate111.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
const schema44 = {
	"type": "object",
	"additionalProperties": false,
	"required": [
		"scope",
		"quality",
		"meters",
		"whPer1000Queries",
		"runs",
		"standardDeviation",
		"coefficientOfVariation",
		"interval95",
		"edgeWhPer1000Queries",
		"systematicFraction",
		"phases"
	],
	"description": "What one scope's meters say, over all runs.",
	"properties": {
		"scope": {
			"$ref": "#/$defs/scope",
			"description": "What was measured."
		},
		"quality": {
			"enum": [
				"counter",
				"integrated",
				"estimated"
			],
			"description": "The weakest quality among the meters of this scope."
		},
		"meters": {
			"type": "array",
			"minItems": 1,
			"maxItems": 64,
			"items": {
				"type": "string",
				"maxLength": 64,
				"description": "A meter's id."
			},
			"description": "The ids of the meters that were added up."
		},
		"whPer1000Queries": {
			"type": "number",
			"maximum": 0xe8d4a51000,
			"exclusiveMinimum": 0,
			"description": "Mean over the runs of the sum of the scored phases, in watt-hours per 1,000 queries."
		},
		"runs": {
			"type": "array",
			"minItems": 1,
			"maxItems": 100,
			"items": {
				"type": "number",
				"minimum": 0,
				"maximum": 0xe8d4a51000,
				"description": "Watt-hours per 1,000 queries."
			},
			"description": "The same for each run, in order."
		},
		"standardDeviation": {
			"type": ["number", "null"],
			"minimum": 0,
			"maximum": 0xe8d4a51000,
			"description": "Sample standard deviation over the runs, in watt-hours per 1,000 queries; null for one run."
		},
		"coefficientOfVariation": {
			"type": ["number", "null"],
			"minimum": 0,
			"maximum": 1e6,
			"description": "Standard deviation over mean; null for one run."
		},
		"interval95": {
			"oneOf": [{
				"type": "null",
				"description": "One run gives no interval."
			}, {
				"type": "object",
				"additionalProperties": false,
				"required": ["low", "high"],
				"description": "Student's t interval, corrected for the looks where plan.stopping is set.",
				"properties": {
					"low": {
						"type": "number",
						"minimum": -0xe8d4a51000,
						"maximum": 0xe8d4a51000,
						"description": "Lower end."
					},
					"high": {
						"type": "number",
						"minimum": -0xe8d4a51000,
						"maximum": 0xe8d4a51000,
						"description": "Upper end."
					}
				}
			}],
			"description": "95 % interval of the mean over the runs (Student's t), in watt-hours per 1,000 queries; null for one run. Where plan.stopping is set it is corrected for optional stopping: the k-th look spends 0.05 / (k (k + 1)) of the error probability, so that the intervals of all looks hold together with 95 %."
		},
		"edgeWhPer1000Queries": {
			"type": ["number", "null"],
			"minimum": 0,
			"maximum": 0xe8d4a51000,
			"description": "Bound of the error of reading a ticking counter at the phase edges, in watt-hours per 1,000 queries; null when the update period is unknown."
		},
		"systematicFraction": {
			"type": ["number", "null"],
			"minimum": 0,
			"maximum": 10,
			"description": "Stated systematic error as a fraction of the figure; null when nothing is stated."
		},
		"phases": {
			"type": "array",
			"minItems": 1,
			"maxItems": 6,
			"items": {
				"type": "object",
				"additionalProperties": false,
				"required": [
					"name",
					"whPer1000Queries",
					"scored"
				],
				"description": "One phase.",
				"properties": {
					"name": {
						"enum": [
							"preprocess",
							"prefill",
							"decode",
							"generate",
							"forward",
							"call"
						],
						"description": "The phase."
					},
					"whPer1000Queries": {
						"type": "number",
						"minimum": -0xe8d4a51000,
						"maximum": 0xe8d4a51000,
						"description": "Watt-hours per 1,000 queries."
					},
					"scored": {
						"type": "boolean",
						"description": "Whether it counts towards the score."
					}
				}
			},
			"description": "Mean over the runs by phase, decode derived as generate minus prefill."
		},
		"uncertainty": {
			"type": "object",
			"additionalProperties": false,
			"required": [
				"random",
				"edge",
				"combinedRandomEdge",
				"systematic"
			],
			"description": "How far the figure can be off, by cause: half-widths in watt-hours per 1,000 queries.",
			"properties": {
				"random": {
					"type": ["number", "null"],
					"minimum": 0,
					"maximum": 0xe8d4a51000,
					"description": "Half of interval95, corrected where that is; null for one run."
				},
				"edge": {
					"type": ["number", "null"],
					"minimum": 0,
					"maximum": 0xe8d4a51000,
					"description": "Bound of the error at the phase edges; null when the update period is unknown."
				},
				"combinedRandomEdge": {
					"type": ["number", "null"],
					"minimum": 0,
					"maximum": 0xe8d4a51000,
					"description": "random + edge, added because the edge term is a bound and not a deviation; null when either is."
				},
				"systematic": {
					"type": ["number", "null"],
					"minimum": 0,
					"maximum": 0xe8d4a51000,
					"description": "systematicFraction of the figure: the sensor's constant gain, which no number of runs averages out. Never part of the others. Null when nothing is stated."
				}
			}
		}
	}
};
function validate114(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate114.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.scope === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "scope" },
				message: "must have required property 'scope'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.quality === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "quality" },
				message: "must have required property 'quality'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.meters === void 0) {
			const err2 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "meters" },
				message: "must have required property 'meters'"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.whPer1000Queries === void 0) {
			const err3 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "whPer1000Queries" },
				message: "must have required property 'whPer1000Queries'"
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (data.runs === void 0) {
			const err4 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "runs" },
				message: "must have required property 'runs'"
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
		if (data.standardDeviation === void 0) {
			const err5 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "standardDeviation" },
				message: "must have required property 'standardDeviation'"
			};
			if (vErrors === null) vErrors = [err5];
			else vErrors.push(err5);
			errors++;
		}
		if (data.coefficientOfVariation === void 0) {
			const err6 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "coefficientOfVariation" },
				message: "must have required property 'coefficientOfVariation'"
			};
			if (vErrors === null) vErrors = [err6];
			else vErrors.push(err6);
			errors++;
		}
		if (data.interval95 === void 0) {
			const err7 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "interval95" },
				message: "must have required property 'interval95'"
			};
			if (vErrors === null) vErrors = [err7];
			else vErrors.push(err7);
			errors++;
		}
		if (data.edgeWhPer1000Queries === void 0) {
			const err8 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "edgeWhPer1000Queries" },
				message: "must have required property 'edgeWhPer1000Queries'"
			};
			if (vErrors === null) vErrors = [err8];
			else vErrors.push(err8);
			errors++;
		}
		if (data.systematicFraction === void 0) {
			const err9 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "systematicFraction" },
				message: "must have required property 'systematicFraction'"
			};
			if (vErrors === null) vErrors = [err9];
			else vErrors.push(err9);
			errors++;
		}
		if (data.phases === void 0) {
			const err10 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "phases" },
				message: "must have required property 'phases'"
			};
			if (vErrors === null) vErrors = [err10];
			else vErrors.push(err10);
			errors++;
		}
		for (const key0 in data) if (!func1.call(schema44.properties, key0)) {
			const err11 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err11];
			else vErrors.push(err11);
			errors++;
		}
		if (data.scope !== void 0) {
			if (!validate99(data.scope, {
				instancePath: instancePath + "/scope",
				parentData: data,
				parentDataProperty: "scope",
				rootData,
				dynamicAnchors
			})) {
				vErrors = vErrors === null ? validate99.errors : vErrors.concat(validate99.errors);
				errors = vErrors.length;
			}
		}
		if (data.quality !== void 0) {
			let data1 = data.quality;
			if (!(data1 === "counter" || data1 === "integrated" || data1 === "estimated")) {
				const err12 = {
					instancePath: instancePath + "/quality",
					schemaPath: "#/properties/quality/enum",
					keyword: "enum",
					params: { allowedValues: schema44.properties.quality.enum },
					message: "must be equal to one of the allowed values"
				};
				if (vErrors === null) vErrors = [err12];
				else vErrors.push(err12);
				errors++;
			}
		}
		if (data.meters !== void 0) {
			let data2 = data.meters;
			if (Array.isArray(data2)) {
				if (data2.length > 64) {
					const err13 = {
						instancePath: instancePath + "/meters",
						schemaPath: "#/properties/meters/maxItems",
						keyword: "maxItems",
						params: { limit: 64 },
						message: "must NOT have more than 64 items"
					};
					if (vErrors === null) vErrors = [err13];
					else vErrors.push(err13);
					errors++;
				}
				if (data2.length < 1) {
					const err14 = {
						instancePath: instancePath + "/meters",
						schemaPath: "#/properties/meters/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items"
					};
					if (vErrors === null) vErrors = [err14];
					else vErrors.push(err14);
					errors++;
				}
				const len0 = data2.length;
				for (let i0 = 0; i0 < len0; i0++) {
					let data3 = data2[i0];
					if (typeof data3 === "string") {
						if (func2(data3) > 64) {
							const err15 = {
								instancePath: instancePath + "/meters/" + i0,
								schemaPath: "#/properties/meters/items/maxLength",
								keyword: "maxLength",
								params: { limit: 64 },
								message: "must NOT have more than 64 characters"
							};
							if (vErrors === null) vErrors = [err15];
							else vErrors.push(err15);
							errors++;
						}
					} else {
						const err16 = {
							instancePath: instancePath + "/meters/" + i0,
							schemaPath: "#/properties/meters/items/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err16];
						else vErrors.push(err16);
						errors++;
					}
				}
			} else {
				const err17 = {
					instancePath: instancePath + "/meters",
					schemaPath: "#/properties/meters/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err17];
				else vErrors.push(err17);
				errors++;
			}
		}
		if (data.whPer1000Queries !== void 0) {
			let data4 = data.whPer1000Queries;
			if (typeof data4 == "number" && isFinite(data4)) {
				if (data4 > 0xe8d4a51000 || isNaN(data4)) {
					const err18 = {
						instancePath: instancePath + "/whPer1000Queries",
						schemaPath: "#/properties/whPer1000Queries/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 0xe8d4a51000
						},
						message: "must be <= 1000000000000"
					};
					if (vErrors === null) vErrors = [err18];
					else vErrors.push(err18);
					errors++;
				}
				if (data4 <= 0 || isNaN(data4)) {
					const err19 = {
						instancePath: instancePath + "/whPer1000Queries",
						schemaPath: "#/properties/whPer1000Queries/exclusiveMinimum",
						keyword: "exclusiveMinimum",
						params: {
							comparison: ">",
							limit: 0
						},
						message: "must be > 0"
					};
					if (vErrors === null) vErrors = [err19];
					else vErrors.push(err19);
					errors++;
				}
			} else {
				const err20 = {
					instancePath: instancePath + "/whPer1000Queries",
					schemaPath: "#/properties/whPer1000Queries/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number"
				};
				if (vErrors === null) vErrors = [err20];
				else vErrors.push(err20);
				errors++;
			}
		}
		if (data.runs !== void 0) {
			let data5 = data.runs;
			if (Array.isArray(data5)) {
				if (data5.length > 100) {
					const err21 = {
						instancePath: instancePath + "/runs",
						schemaPath: "#/properties/runs/maxItems",
						keyword: "maxItems",
						params: { limit: 100 },
						message: "must NOT have more than 100 items"
					};
					if (vErrors === null) vErrors = [err21];
					else vErrors.push(err21);
					errors++;
				}
				if (data5.length < 1) {
					const err22 = {
						instancePath: instancePath + "/runs",
						schemaPath: "#/properties/runs/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items"
					};
					if (vErrors === null) vErrors = [err22];
					else vErrors.push(err22);
					errors++;
				}
				const len1 = data5.length;
				for (let i1 = 0; i1 < len1; i1++) {
					let data6 = data5[i1];
					if (typeof data6 == "number" && isFinite(data6)) {
						if (data6 > 0xe8d4a51000 || isNaN(data6)) {
							const err23 = {
								instancePath: instancePath + "/runs/" + i1,
								schemaPath: "#/properties/runs/items/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 0xe8d4a51000
								},
								message: "must be <= 1000000000000"
							};
							if (vErrors === null) vErrors = [err23];
							else vErrors.push(err23);
							errors++;
						}
						if (data6 < 0 || isNaN(data6)) {
							const err24 = {
								instancePath: instancePath + "/runs/" + i1,
								schemaPath: "#/properties/runs/items/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err24];
							else vErrors.push(err24);
							errors++;
						}
					} else {
						const err25 = {
							instancePath: instancePath + "/runs/" + i1,
							schemaPath: "#/properties/runs/items/type",
							keyword: "type",
							params: { type: "number" },
							message: "must be number"
						};
						if (vErrors === null) vErrors = [err25];
						else vErrors.push(err25);
						errors++;
					}
				}
			} else {
				const err26 = {
					instancePath: instancePath + "/runs",
					schemaPath: "#/properties/runs/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err26];
				else vErrors.push(err26);
				errors++;
			}
		}
		if (data.standardDeviation !== void 0) {
			let data7 = data.standardDeviation;
			if (!(typeof data7 == "number" && isFinite(data7)) && data7 !== null) {
				const err27 = {
					instancePath: instancePath + "/standardDeviation",
					schemaPath: "#/properties/standardDeviation/type",
					keyword: "type",
					params: { type: schema44.properties.standardDeviation.type },
					message: "must be number,null"
				};
				if (vErrors === null) vErrors = [err27];
				else vErrors.push(err27);
				errors++;
			}
			if (typeof data7 == "number" && isFinite(data7)) {
				if (data7 > 0xe8d4a51000 || isNaN(data7)) {
					const err28 = {
						instancePath: instancePath + "/standardDeviation",
						schemaPath: "#/properties/standardDeviation/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 0xe8d4a51000
						},
						message: "must be <= 1000000000000"
					};
					if (vErrors === null) vErrors = [err28];
					else vErrors.push(err28);
					errors++;
				}
				if (data7 < 0 || isNaN(data7)) {
					const err29 = {
						instancePath: instancePath + "/standardDeviation",
						schemaPath: "#/properties/standardDeviation/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0"
					};
					if (vErrors === null) vErrors = [err29];
					else vErrors.push(err29);
					errors++;
				}
			}
		}
		if (data.coefficientOfVariation !== void 0) {
			let data8 = data.coefficientOfVariation;
			if (!(typeof data8 == "number" && isFinite(data8)) && data8 !== null) {
				const err30 = {
					instancePath: instancePath + "/coefficientOfVariation",
					schemaPath: "#/properties/coefficientOfVariation/type",
					keyword: "type",
					params: { type: schema44.properties.coefficientOfVariation.type },
					message: "must be number,null"
				};
				if (vErrors === null) vErrors = [err30];
				else vErrors.push(err30);
				errors++;
			}
			if (typeof data8 == "number" && isFinite(data8)) {
				if (data8 > 1e6 || isNaN(data8)) {
					const err31 = {
						instancePath: instancePath + "/coefficientOfVariation",
						schemaPath: "#/properties/coefficientOfVariation/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 1e6
						},
						message: "must be <= 1000000"
					};
					if (vErrors === null) vErrors = [err31];
					else vErrors.push(err31);
					errors++;
				}
				if (data8 < 0 || isNaN(data8)) {
					const err32 = {
						instancePath: instancePath + "/coefficientOfVariation",
						schemaPath: "#/properties/coefficientOfVariation/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0"
					};
					if (vErrors === null) vErrors = [err32];
					else vErrors.push(err32);
					errors++;
				}
			}
		}
		if (data.interval95 !== void 0) {
			let data9 = data.interval95;
			const _errs19 = errors;
			let valid5 = false;
			let passing0 = null;
			const _errs20 = errors;
			if (data9 !== null) {
				const err33 = {
					instancePath: instancePath + "/interval95",
					schemaPath: "#/properties/interval95/oneOf/0/type",
					keyword: "type",
					params: { type: "null" },
					message: "must be null"
				};
				if (vErrors === null) vErrors = [err33];
				else vErrors.push(err33);
				errors++;
			}
			var _valid0 = _errs20 === errors;
			if (_valid0) {
				valid5 = true;
				passing0 = 0;
			}
			const _errs22 = errors;
			if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
				if (data9.low === void 0) {
					const err34 = {
						instancePath: instancePath + "/interval95",
						schemaPath: "#/properties/interval95/oneOf/1/required",
						keyword: "required",
						params: { missingProperty: "low" },
						message: "must have required property 'low'"
					};
					if (vErrors === null) vErrors = [err34];
					else vErrors.push(err34);
					errors++;
				}
				if (data9.high === void 0) {
					const err35 = {
						instancePath: instancePath + "/interval95",
						schemaPath: "#/properties/interval95/oneOf/1/required",
						keyword: "required",
						params: { missingProperty: "high" },
						message: "must have required property 'high'"
					};
					if (vErrors === null) vErrors = [err35];
					else vErrors.push(err35);
					errors++;
				}
				for (const key1 in data9) if (!(key1 === "low" || key1 === "high")) {
					const err36 = {
						instancePath: instancePath + "/interval95",
						schemaPath: "#/properties/interval95/oneOf/1/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key1 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err36];
					else vErrors.push(err36);
					errors++;
				}
				if (data9.low !== void 0) {
					let data10 = data9.low;
					if (typeof data10 == "number" && isFinite(data10)) {
						if (data10 > 0xe8d4a51000 || isNaN(data10)) {
							const err37 = {
								instancePath: instancePath + "/interval95/low",
								schemaPath: "#/properties/interval95/oneOf/1/properties/low/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 0xe8d4a51000
								},
								message: "must be <= 1000000000000"
							};
							if (vErrors === null) vErrors = [err37];
							else vErrors.push(err37);
							errors++;
						}
						if (data10 < -0xe8d4a51000 || isNaN(data10)) {
							const err38 = {
								instancePath: instancePath + "/interval95/low",
								schemaPath: "#/properties/interval95/oneOf/1/properties/low/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: -0xe8d4a51000
								},
								message: "must be >= -1000000000000"
							};
							if (vErrors === null) vErrors = [err38];
							else vErrors.push(err38);
							errors++;
						}
					} else {
						const err39 = {
							instancePath: instancePath + "/interval95/low",
							schemaPath: "#/properties/interval95/oneOf/1/properties/low/type",
							keyword: "type",
							params: { type: "number" },
							message: "must be number"
						};
						if (vErrors === null) vErrors = [err39];
						else vErrors.push(err39);
						errors++;
					}
				}
				if (data9.high !== void 0) {
					let data11 = data9.high;
					if (typeof data11 == "number" && isFinite(data11)) {
						if (data11 > 0xe8d4a51000 || isNaN(data11)) {
							const err40 = {
								instancePath: instancePath + "/interval95/high",
								schemaPath: "#/properties/interval95/oneOf/1/properties/high/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 0xe8d4a51000
								},
								message: "must be <= 1000000000000"
							};
							if (vErrors === null) vErrors = [err40];
							else vErrors.push(err40);
							errors++;
						}
						if (data11 < -0xe8d4a51000 || isNaN(data11)) {
							const err41 = {
								instancePath: instancePath + "/interval95/high",
								schemaPath: "#/properties/interval95/oneOf/1/properties/high/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: -0xe8d4a51000
								},
								message: "must be >= -1000000000000"
							};
							if (vErrors === null) vErrors = [err41];
							else vErrors.push(err41);
							errors++;
						}
					} else {
						const err42 = {
							instancePath: instancePath + "/interval95/high",
							schemaPath: "#/properties/interval95/oneOf/1/properties/high/type",
							keyword: "type",
							params: { type: "number" },
							message: "must be number"
						};
						if (vErrors === null) vErrors = [err42];
						else vErrors.push(err42);
						errors++;
					}
				}
			} else {
				const err43 = {
					instancePath: instancePath + "/interval95",
					schemaPath: "#/properties/interval95/oneOf/1/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err43];
				else vErrors.push(err43);
				errors++;
			}
			var _valid0 = _errs22 === errors;
			if (_valid0 && valid5) {
				valid5 = false;
				passing0 = [passing0, 1];
			} else if (_valid0) {
				valid5 = true;
				passing0 = 1;
			}
			if (!valid5) {
				const err44 = {
					instancePath: instancePath + "/interval95",
					schemaPath: "#/properties/interval95/oneOf",
					keyword: "oneOf",
					params: { passingSchemas: passing0 },
					message: "must match exactly one schema in oneOf"
				};
				if (vErrors === null) vErrors = [err44];
				else vErrors.push(err44);
				errors++;
			} else {
				errors = _errs19;
				if (vErrors !== null) {
					if (_errs19) vErrors.length = _errs19;
					else vErrors = null;
				}
			}
		}
		if (data.edgeWhPer1000Queries !== void 0) {
			let data12 = data.edgeWhPer1000Queries;
			if (!(typeof data12 == "number" && isFinite(data12)) && data12 !== null) {
				const err45 = {
					instancePath: instancePath + "/edgeWhPer1000Queries",
					schemaPath: "#/properties/edgeWhPer1000Queries/type",
					keyword: "type",
					params: { type: schema44.properties.edgeWhPer1000Queries.type },
					message: "must be number,null"
				};
				if (vErrors === null) vErrors = [err45];
				else vErrors.push(err45);
				errors++;
			}
			if (typeof data12 == "number" && isFinite(data12)) {
				if (data12 > 0xe8d4a51000 || isNaN(data12)) {
					const err46 = {
						instancePath: instancePath + "/edgeWhPer1000Queries",
						schemaPath: "#/properties/edgeWhPer1000Queries/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 0xe8d4a51000
						},
						message: "must be <= 1000000000000"
					};
					if (vErrors === null) vErrors = [err46];
					else vErrors.push(err46);
					errors++;
				}
				if (data12 < 0 || isNaN(data12)) {
					const err47 = {
						instancePath: instancePath + "/edgeWhPer1000Queries",
						schemaPath: "#/properties/edgeWhPer1000Queries/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0"
					};
					if (vErrors === null) vErrors = [err47];
					else vErrors.push(err47);
					errors++;
				}
			}
		}
		if (data.systematicFraction !== void 0) {
			let data13 = data.systematicFraction;
			if (!(typeof data13 == "number" && isFinite(data13)) && data13 !== null) {
				const err48 = {
					instancePath: instancePath + "/systematicFraction",
					schemaPath: "#/properties/systematicFraction/type",
					keyword: "type",
					params: { type: schema44.properties.systematicFraction.type },
					message: "must be number,null"
				};
				if (vErrors === null) vErrors = [err48];
				else vErrors.push(err48);
				errors++;
			}
			if (typeof data13 == "number" && isFinite(data13)) {
				if (data13 > 10 || isNaN(data13)) {
					const err49 = {
						instancePath: instancePath + "/systematicFraction",
						schemaPath: "#/properties/systematicFraction/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 10
						},
						message: "must be <= 10"
					};
					if (vErrors === null) vErrors = [err49];
					else vErrors.push(err49);
					errors++;
				}
				if (data13 < 0 || isNaN(data13)) {
					const err50 = {
						instancePath: instancePath + "/systematicFraction",
						schemaPath: "#/properties/systematicFraction/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0"
					};
					if (vErrors === null) vErrors = [err50];
					else vErrors.push(err50);
					errors++;
				}
			}
		}
		if (data.phases !== void 0) {
			let data14 = data.phases;
			if (Array.isArray(data14)) {
				if (data14.length > 6) {
					const err51 = {
						instancePath: instancePath + "/phases",
						schemaPath: "#/properties/phases/maxItems",
						keyword: "maxItems",
						params: { limit: 6 },
						message: "must NOT have more than 6 items"
					};
					if (vErrors === null) vErrors = [err51];
					else vErrors.push(err51);
					errors++;
				}
				if (data14.length < 1) {
					const err52 = {
						instancePath: instancePath + "/phases",
						schemaPath: "#/properties/phases/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items"
					};
					if (vErrors === null) vErrors = [err52];
					else vErrors.push(err52);
					errors++;
				}
				const len2 = data14.length;
				for (let i2 = 0; i2 < len2; i2++) {
					let data15 = data14[i2];
					if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
						if (data15.name === void 0) {
							const err53 = {
								instancePath: instancePath + "/phases/" + i2,
								schemaPath: "#/properties/phases/items/required",
								keyword: "required",
								params: { missingProperty: "name" },
								message: "must have required property 'name'"
							};
							if (vErrors === null) vErrors = [err53];
							else vErrors.push(err53);
							errors++;
						}
						if (data15.whPer1000Queries === void 0) {
							const err54 = {
								instancePath: instancePath + "/phases/" + i2,
								schemaPath: "#/properties/phases/items/required",
								keyword: "required",
								params: { missingProperty: "whPer1000Queries" },
								message: "must have required property 'whPer1000Queries'"
							};
							if (vErrors === null) vErrors = [err54];
							else vErrors.push(err54);
							errors++;
						}
						if (data15.scored === void 0) {
							const err55 = {
								instancePath: instancePath + "/phases/" + i2,
								schemaPath: "#/properties/phases/items/required",
								keyword: "required",
								params: { missingProperty: "scored" },
								message: "must have required property 'scored'"
							};
							if (vErrors === null) vErrors = [err55];
							else vErrors.push(err55);
							errors++;
						}
						for (const key2 in data15) if (!(key2 === "name" || key2 === "whPer1000Queries" || key2 === "scored")) {
							const err56 = {
								instancePath: instancePath + "/phases/" + i2,
								schemaPath: "#/properties/phases/items/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key2 },
								message: "must NOT have additional properties"
							};
							if (vErrors === null) vErrors = [err56];
							else vErrors.push(err56);
							errors++;
						}
						if (data15.name !== void 0) {
							let data16 = data15.name;
							if (!(data16 === "preprocess" || data16 === "prefill" || data16 === "decode" || data16 === "generate" || data16 === "forward" || data16 === "call")) {
								const err57 = {
									instancePath: instancePath + "/phases/" + i2 + "/name",
									schemaPath: "#/properties/phases/items/properties/name/enum",
									keyword: "enum",
									params: { allowedValues: schema44.properties.phases.items.properties.name.enum },
									message: "must be equal to one of the allowed values"
								};
								if (vErrors === null) vErrors = [err57];
								else vErrors.push(err57);
								errors++;
							}
						}
						if (data15.whPer1000Queries !== void 0) {
							let data17 = data15.whPer1000Queries;
							if (typeof data17 == "number" && isFinite(data17)) {
								if (data17 > 0xe8d4a51000 || isNaN(data17)) {
									const err58 = {
										instancePath: instancePath + "/phases/" + i2 + "/whPer1000Queries",
										schemaPath: "#/properties/phases/items/properties/whPer1000Queries/maximum",
										keyword: "maximum",
										params: {
											comparison: "<=",
											limit: 0xe8d4a51000
										},
										message: "must be <= 1000000000000"
									};
									if (vErrors === null) vErrors = [err58];
									else vErrors.push(err58);
									errors++;
								}
								if (data17 < -0xe8d4a51000 || isNaN(data17)) {
									const err59 = {
										instancePath: instancePath + "/phases/" + i2 + "/whPer1000Queries",
										schemaPath: "#/properties/phases/items/properties/whPer1000Queries/minimum",
										keyword: "minimum",
										params: {
											comparison: ">=",
											limit: -0xe8d4a51000
										},
										message: "must be >= -1000000000000"
									};
									if (vErrors === null) vErrors = [err59];
									else vErrors.push(err59);
									errors++;
								}
							} else {
								const err60 = {
									instancePath: instancePath + "/phases/" + i2 + "/whPer1000Queries",
									schemaPath: "#/properties/phases/items/properties/whPer1000Queries/type",
									keyword: "type",
									params: { type: "number" },
									message: "must be number"
								};
								if (vErrors === null) vErrors = [err60];
								else vErrors.push(err60);
								errors++;
							}
						}
						if (data15.scored !== void 0) {
							if (typeof data15.scored !== "boolean") {
								const err61 = {
									instancePath: instancePath + "/phases/" + i2 + "/scored",
									schemaPath: "#/properties/phases/items/properties/scored/type",
									keyword: "type",
									params: { type: "boolean" },
									message: "must be boolean"
								};
								if (vErrors === null) vErrors = [err61];
								else vErrors.push(err61);
								errors++;
							}
						}
					} else {
						const err62 = {
							instancePath: instancePath + "/phases/" + i2,
							schemaPath: "#/properties/phases/items/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object"
						};
						if (vErrors === null) vErrors = [err62];
						else vErrors.push(err62);
						errors++;
					}
				}
			} else {
				const err63 = {
					instancePath: instancePath + "/phases",
					schemaPath: "#/properties/phases/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err63];
				else vErrors.push(err63);
				errors++;
			}
		}
		if (data.uncertainty !== void 0) {
			let data19 = data.uncertainty;
			if (data19 && typeof data19 == "object" && !Array.isArray(data19)) {
				if (data19.random === void 0) {
					const err64 = {
						instancePath: instancePath + "/uncertainty",
						schemaPath: "#/properties/uncertainty/required",
						keyword: "required",
						params: { missingProperty: "random" },
						message: "must have required property 'random'"
					};
					if (vErrors === null) vErrors = [err64];
					else vErrors.push(err64);
					errors++;
				}
				if (data19.edge === void 0) {
					const err65 = {
						instancePath: instancePath + "/uncertainty",
						schemaPath: "#/properties/uncertainty/required",
						keyword: "required",
						params: { missingProperty: "edge" },
						message: "must have required property 'edge'"
					};
					if (vErrors === null) vErrors = [err65];
					else vErrors.push(err65);
					errors++;
				}
				if (data19.combinedRandomEdge === void 0) {
					const err66 = {
						instancePath: instancePath + "/uncertainty",
						schemaPath: "#/properties/uncertainty/required",
						keyword: "required",
						params: { missingProperty: "combinedRandomEdge" },
						message: "must have required property 'combinedRandomEdge'"
					};
					if (vErrors === null) vErrors = [err66];
					else vErrors.push(err66);
					errors++;
				}
				if (data19.systematic === void 0) {
					const err67 = {
						instancePath: instancePath + "/uncertainty",
						schemaPath: "#/properties/uncertainty/required",
						keyword: "required",
						params: { missingProperty: "systematic" },
						message: "must have required property 'systematic'"
					};
					if (vErrors === null) vErrors = [err67];
					else vErrors.push(err67);
					errors++;
				}
				for (const key3 in data19) if (!(key3 === "random" || key3 === "edge" || key3 === "combinedRandomEdge" || key3 === "systematic")) {
					const err68 = {
						instancePath: instancePath + "/uncertainty",
						schemaPath: "#/properties/uncertainty/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key3 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err68];
					else vErrors.push(err68);
					errors++;
				}
				if (data19.random !== void 0) {
					let data20 = data19.random;
					if (!(typeof data20 == "number" && isFinite(data20)) && data20 !== null) {
						const err69 = {
							instancePath: instancePath + "/uncertainty/random",
							schemaPath: "#/properties/uncertainty/properties/random/type",
							keyword: "type",
							params: { type: schema44.properties.uncertainty.properties.random.type },
							message: "must be number,null"
						};
						if (vErrors === null) vErrors = [err69];
						else vErrors.push(err69);
						errors++;
					}
					if (typeof data20 == "number" && isFinite(data20)) {
						if (data20 > 0xe8d4a51000 || isNaN(data20)) {
							const err70 = {
								instancePath: instancePath + "/uncertainty/random",
								schemaPath: "#/properties/uncertainty/properties/random/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 0xe8d4a51000
								},
								message: "must be <= 1000000000000"
							};
							if (vErrors === null) vErrors = [err70];
							else vErrors.push(err70);
							errors++;
						}
						if (data20 < 0 || isNaN(data20)) {
							const err71 = {
								instancePath: instancePath + "/uncertainty/random",
								schemaPath: "#/properties/uncertainty/properties/random/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err71];
							else vErrors.push(err71);
							errors++;
						}
					}
				}
				if (data19.edge !== void 0) {
					let data21 = data19.edge;
					if (!(typeof data21 == "number" && isFinite(data21)) && data21 !== null) {
						const err72 = {
							instancePath: instancePath + "/uncertainty/edge",
							schemaPath: "#/properties/uncertainty/properties/edge/type",
							keyword: "type",
							params: { type: schema44.properties.uncertainty.properties.edge.type },
							message: "must be number,null"
						};
						if (vErrors === null) vErrors = [err72];
						else vErrors.push(err72);
						errors++;
					}
					if (typeof data21 == "number" && isFinite(data21)) {
						if (data21 > 0xe8d4a51000 || isNaN(data21)) {
							const err73 = {
								instancePath: instancePath + "/uncertainty/edge",
								schemaPath: "#/properties/uncertainty/properties/edge/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 0xe8d4a51000
								},
								message: "must be <= 1000000000000"
							};
							if (vErrors === null) vErrors = [err73];
							else vErrors.push(err73);
							errors++;
						}
						if (data21 < 0 || isNaN(data21)) {
							const err74 = {
								instancePath: instancePath + "/uncertainty/edge",
								schemaPath: "#/properties/uncertainty/properties/edge/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err74];
							else vErrors.push(err74);
							errors++;
						}
					}
				}
				if (data19.combinedRandomEdge !== void 0) {
					let data22 = data19.combinedRandomEdge;
					if (!(typeof data22 == "number" && isFinite(data22)) && data22 !== null) {
						const err75 = {
							instancePath: instancePath + "/uncertainty/combinedRandomEdge",
							schemaPath: "#/properties/uncertainty/properties/combinedRandomEdge/type",
							keyword: "type",
							params: { type: schema44.properties.uncertainty.properties.combinedRandomEdge.type },
							message: "must be number,null"
						};
						if (vErrors === null) vErrors = [err75];
						else vErrors.push(err75);
						errors++;
					}
					if (typeof data22 == "number" && isFinite(data22)) {
						if (data22 > 0xe8d4a51000 || isNaN(data22)) {
							const err76 = {
								instancePath: instancePath + "/uncertainty/combinedRandomEdge",
								schemaPath: "#/properties/uncertainty/properties/combinedRandomEdge/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 0xe8d4a51000
								},
								message: "must be <= 1000000000000"
							};
							if (vErrors === null) vErrors = [err76];
							else vErrors.push(err76);
							errors++;
						}
						if (data22 < 0 || isNaN(data22)) {
							const err77 = {
								instancePath: instancePath + "/uncertainty/combinedRandomEdge",
								schemaPath: "#/properties/uncertainty/properties/combinedRandomEdge/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err77];
							else vErrors.push(err77);
							errors++;
						}
					}
				}
				if (data19.systematic !== void 0) {
					let data23 = data19.systematic;
					if (!(typeof data23 == "number" && isFinite(data23)) && data23 !== null) {
						const err78 = {
							instancePath: instancePath + "/uncertainty/systematic",
							schemaPath: "#/properties/uncertainty/properties/systematic/type",
							keyword: "type",
							params: { type: schema44.properties.uncertainty.properties.systematic.type },
							message: "must be number,null"
						};
						if (vErrors === null) vErrors = [err78];
						else vErrors.push(err78);
						errors++;
					}
					if (typeof data23 == "number" && isFinite(data23)) {
						if (data23 > 0xe8d4a51000 || isNaN(data23)) {
							const err79 = {
								instancePath: instancePath + "/uncertainty/systematic",
								schemaPath: "#/properties/uncertainty/properties/systematic/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 0xe8d4a51000
								},
								message: "must be <= 1000000000000"
							};
							if (vErrors === null) vErrors = [err79];
							else vErrors.push(err79);
							errors++;
						}
						if (data23 < 0 || isNaN(data23)) {
							const err80 = {
								instancePath: instancePath + "/uncertainty/systematic",
								schemaPath: "#/properties/uncertainty/properties/systematic/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err80];
							else vErrors.push(err80);
							errors++;
						}
					}
				}
			} else {
				const err81 = {
					instancePath: instancePath + "/uncertainty",
					schemaPath: "#/properties/uncertainty/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err81];
				else vErrors.push(err81);
				errors++;
			}
		}
	} else {
		const err82 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err82];
		else vErrors.push(err82);
		errors++;
	}
	validate114.errors = vErrors;
	return errors === 0;
}
validate114.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
function validate87(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate87.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.schemaVersion === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "schemaVersion" },
				message: "must have required property 'schemaVersion'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.nonce === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "nonce" },
				message: "must have required property 'nonce'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.origin === void 0) {
			const err2 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "origin" },
				message: "must have required property 'origin'"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.identity === void 0) {
			const err3 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "identity" },
				message: "must have required property 'identity'"
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (data.measuredAt === void 0) {
			const err4 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "measuredAt" },
				message: "must have required property 'measuredAt'"
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
		if (data.planDigest === void 0) {
			const err5 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "planDigest" },
				message: "must have required property 'planDigest'"
			};
			if (vErrors === null) vErrors = [err5];
			else vErrors.push(err5);
			errors++;
		}
		if (data.plan === void 0) {
			const err6 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "plan" },
				message: "must have required property 'plan'"
			};
			if (vErrors === null) vErrors = [err6];
			else vErrors.push(err6);
			errors++;
		}
		if (data.software === void 0) {
			const err7 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "software" },
				message: "must have required property 'software'"
			};
			if (vErrors === null) vErrors = [err7];
			else vErrors.push(err7);
			errors++;
		}
		if (data.hardware === void 0) {
			const err8 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "hardware" },
				message: "must have required property 'hardware'"
			};
			if (vErrors === null) vErrors = [err8];
			else vErrors.push(err8);
			errors++;
		}
		if (data.meters === void 0) {
			const err9 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "meters" },
				message: "must have required property 'meters'"
			};
			if (vErrors === null) vErrors = [err9];
			else vErrors.push(err9);
			errors++;
		}
		if (data.model === void 0) {
			const err10 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "model" },
				message: "must have required property 'model'"
			};
			if (vErrors === null) vErrors = [err10];
			else vErrors.push(err10);
			errors++;
		}
		if (data.dataset === void 0) {
			const err11 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "dataset" },
				message: "must have required property 'dataset'"
			};
			if (vErrors === null) vErrors = [err11];
			else vErrors.push(err11);
			errors++;
		}
		if (data.warmUp === void 0) {
			const err12 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "warmUp" },
				message: "must have required property 'warmUp'"
			};
			if (vErrors === null) vErrors = [err12];
			else vErrors.push(err12);
			errors++;
		}
		if (data.loadModelSeconds === void 0) {
			const err13 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "loadModelSeconds" },
				message: "must have required property 'loadModelSeconds'"
			};
			if (vErrors === null) vErrors = [err13];
			else vErrors.push(err13);
			errors++;
		}
		if (data.prefill === void 0) {
			const err14 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "prefill" },
				message: "must have required property 'prefill'"
			};
			if (vErrors === null) vErrors = [err14];
			else vErrors.push(err14);
			errors++;
		}
		if (data.runs === void 0) {
			const err15 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "runs" },
				message: "must have required property 'runs'"
			};
			if (vErrors === null) vErrors = [err15];
			else vErrors.push(err15);
			errors++;
		}
		if (data.energy === void 0) {
			const err16 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "energy" },
				message: "must have required property 'energy'"
			};
			if (vErrors === null) vErrors = [err16];
			else vErrors.push(err16);
			errors++;
		}
		if (data.score === void 0) {
			const err17 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "score" },
				message: "must have required property 'score'"
			};
			if (vErrors === null) vErrors = [err17];
			else vErrors.push(err17);
			errors++;
		}
		if (data.bundle === void 0) {
			const err18 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "bundle" },
				message: "must have required property 'bundle'"
			};
			if (vErrors === null) vErrors = [err18];
			else vErrors.push(err18);
			errors++;
		}
		for (const key0 in data) if (!func1.call(schema34.properties, key0)) {
			const err19 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err19];
			else vErrors.push(err19);
			errors++;
		}
		if (data.schemaVersion !== void 0) {
			if (1 !== data.schemaVersion) {
				const err20 = {
					instancePath: instancePath + "/schemaVersion",
					schemaPath: "#/properties/schemaVersion/const",
					keyword: "const",
					params: { allowedValue: 1 },
					message: "must be equal to constant"
				};
				if (vErrors === null) vErrors = [err20];
				else vErrors.push(err20);
				errors++;
			}
		}
		if (data.nonce !== void 0) {
			let data1 = data.nonce;
			if (typeof data1 === "string") {
				if (!pattern12.test(data1)) {
					const err21 = {
						instancePath: instancePath + "/nonce",
						schemaPath: "#/properties/nonce/pattern",
						keyword: "pattern",
						params: { pattern: "^[0-9a-f]{32}$" },
						message: "must match pattern \"^[0-9a-f]{32}$\""
					};
					if (vErrors === null) vErrors = [err21];
					else vErrors.push(err21);
					errors++;
				}
			} else {
				const err22 = {
					instancePath: instancePath + "/nonce",
					schemaPath: "#/properties/nonce/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err22];
				else vErrors.push(err22);
				errors++;
			}
		}
		if (data.origin !== void 0) {
			let data2 = data.origin;
			if (!(data2 === "measured" || data2 === "self-reported")) {
				const err23 = {
					instancePath: instancePath + "/origin",
					schemaPath: "#/properties/origin/enum",
					keyword: "enum",
					params: { allowedValues: schema34.properties.origin.enum },
					message: "must be equal to one of the allowed values"
				};
				if (vErrors === null) vErrors = [err23];
				else vErrors.push(err23);
				errors++;
			}
		}
		if (data.identity !== void 0) {
			let data3 = data.identity;
			const _errs7 = errors;
			let valid1 = false;
			let passing0 = null;
			const _errs8 = errors;
			if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
				if (data3.kind === void 0) {
					const err24 = {
						instancePath: instancePath + "/identity",
						schemaPath: "#/properties/identity/oneOf/0/required",
						keyword: "required",
						params: { missingProperty: "kind" },
						message: "must have required property 'kind'"
					};
					if (vErrors === null) vErrors = [err24];
					else vErrors.push(err24);
					errors++;
				}
				for (const key1 in data3) if (!(key1 === "kind")) {
					const err25 = {
						instancePath: instancePath + "/identity",
						schemaPath: "#/properties/identity/oneOf/0/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key1 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err25];
					else vErrors.push(err25);
					errors++;
				}
				if (data3.kind !== void 0) {
					if ("local" !== data3.kind) {
						const err26 = {
							instancePath: instancePath + "/identity/kind",
							schemaPath: "#/properties/identity/oneOf/0/properties/kind/const",
							keyword: "const",
							params: { allowedValue: "local" },
							message: "must be equal to constant"
						};
						if (vErrors === null) vErrors = [err26];
						else vErrors.push(err26);
						errors++;
					}
				}
			} else {
				const err27 = {
					instancePath: instancePath + "/identity",
					schemaPath: "#/properties/identity/oneOf/0/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err27];
				else vErrors.push(err27);
				errors++;
			}
			var _valid0 = _errs8 === errors;
			if (_valid0) {
				valid1 = true;
				passing0 = 0;
				var props0 = true;
			}
			const _errs12 = errors;
			if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
				if (data3.kind === void 0) {
					const err28 = {
						instancePath: instancePath + "/identity",
						schemaPath: "#/properties/identity/oneOf/1/required",
						keyword: "required",
						params: { missingProperty: "kind" },
						message: "must have required property 'kind'"
					};
					if (vErrors === null) vErrors = [err28];
					else vErrors.push(err28);
					errors++;
				}
				if (data3.repository === void 0) {
					const err29 = {
						instancePath: instancePath + "/identity",
						schemaPath: "#/properties/identity/oneOf/1/required",
						keyword: "required",
						params: { missingProperty: "repository" },
						message: "must have required property 'repository'"
					};
					if (vErrors === null) vErrors = [err29];
					else vErrors.push(err29);
					errors++;
				}
				if (data3.runId === void 0) {
					const err30 = {
						instancePath: instancePath + "/identity",
						schemaPath: "#/properties/identity/oneOf/1/required",
						keyword: "required",
						params: { missingProperty: "runId" },
						message: "must have required property 'runId'"
					};
					if (vErrors === null) vErrors = [err30];
					else vErrors.push(err30);
					errors++;
				}
				if (data3.attempt === void 0) {
					const err31 = {
						instancePath: instancePath + "/identity",
						schemaPath: "#/properties/identity/oneOf/1/required",
						keyword: "required",
						params: { missingProperty: "attempt" },
						message: "must have required property 'attempt'"
					};
					if (vErrors === null) vErrors = [err31];
					else vErrors.push(err31);
					errors++;
				}
				for (const key2 in data3) if (!(key2 === "kind" || key2 === "repository" || key2 === "runId" || key2 === "attempt")) {
					const err32 = {
						instancePath: instancePath + "/identity",
						schemaPath: "#/properties/identity/oneOf/1/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key2 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err32];
					else vErrors.push(err32);
					errors++;
				}
				if (data3.kind !== void 0) {
					if ("workflow" !== data3.kind) {
						const err33 = {
							instancePath: instancePath + "/identity/kind",
							schemaPath: "#/properties/identity/oneOf/1/properties/kind/const",
							keyword: "const",
							params: { allowedValue: "workflow" },
							message: "must be equal to constant"
						};
						if (vErrors === null) vErrors = [err33];
						else vErrors.push(err33);
						errors++;
					}
				}
				if (data3.repository !== void 0) {
					let data6 = data3.repository;
					if (typeof data6 === "string") {
						if (func2(data6) > 140) {
							const err34 = {
								instancePath: instancePath + "/identity/repository",
								schemaPath: "#/properties/identity/oneOf/1/properties/repository/maxLength",
								keyword: "maxLength",
								params: { limit: 140 },
								message: "must NOT have more than 140 characters"
							};
							if (vErrors === null) vErrors = [err34];
							else vErrors.push(err34);
							errors++;
						}
					} else {
						const err35 = {
							instancePath: instancePath + "/identity/repository",
							schemaPath: "#/properties/identity/oneOf/1/properties/repository/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err35];
						else vErrors.push(err35);
						errors++;
					}
				}
				if (data3.runId !== void 0) {
					let data7 = data3.runId;
					if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7) && isFinite(data7))) {
						const err36 = {
							instancePath: instancePath + "/identity/runId",
							schemaPath: "#/properties/identity/oneOf/1/properties/runId/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err36];
						else vErrors.push(err36);
						errors++;
					}
					if (typeof data7 == "number" && isFinite(data7)) {
						if (data7 > 0x38d7ea4c68000 || isNaN(data7)) {
							const err37 = {
								instancePath: instancePath + "/identity/runId",
								schemaPath: "#/properties/identity/oneOf/1/properties/runId/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 0x38d7ea4c68000
								},
								message: "must be <= 1000000000000000"
							};
							if (vErrors === null) vErrors = [err37];
							else vErrors.push(err37);
							errors++;
						}
						if (data7 < 1 || isNaN(data7)) {
							const err38 = {
								instancePath: instancePath + "/identity/runId",
								schemaPath: "#/properties/identity/oneOf/1/properties/runId/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1"
							};
							if (vErrors === null) vErrors = [err38];
							else vErrors.push(err38);
							errors++;
						}
					}
				}
				if (data3.attempt !== void 0) {
					let data8 = data3.attempt;
					if (!(typeof data8 == "number" && !(data8 % 1) && !isNaN(data8) && isFinite(data8))) {
						const err39 = {
							instancePath: instancePath + "/identity/attempt",
							schemaPath: "#/properties/identity/oneOf/1/properties/attempt/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err39];
						else vErrors.push(err39);
						errors++;
					}
					if (typeof data8 == "number" && isFinite(data8)) {
						if (data8 > 1e6 || isNaN(data8)) {
							const err40 = {
								instancePath: instancePath + "/identity/attempt",
								schemaPath: "#/properties/identity/oneOf/1/properties/attempt/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 1e6
								},
								message: "must be <= 1000000"
							};
							if (vErrors === null) vErrors = [err40];
							else vErrors.push(err40);
							errors++;
						}
						if (data8 < 1 || isNaN(data8)) {
							const err41 = {
								instancePath: instancePath + "/identity/attempt",
								schemaPath: "#/properties/identity/oneOf/1/properties/attempt/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1"
							};
							if (vErrors === null) vErrors = [err41];
							else vErrors.push(err41);
							errors++;
						}
					}
				}
			} else {
				const err42 = {
					instancePath: instancePath + "/identity",
					schemaPath: "#/properties/identity/oneOf/1/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err42];
				else vErrors.push(err42);
				errors++;
			}
			var _valid0 = _errs12 === errors;
			if (_valid0 && valid1) {
				valid1 = false;
				passing0 = [passing0, 1];
			} else {
				if (_valid0) {
					valid1 = true;
					passing0 = 1;
					if (props0 !== true) props0 = true;
				}
				const _errs22 = errors;
				if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
					if (data3.kind === void 0) {
						const err43 = {
							instancePath: instancePath + "/identity",
							schemaPath: "#/properties/identity/oneOf/2/required",
							keyword: "required",
							params: { missingProperty: "kind" },
							message: "must have required property 'kind'"
						};
						if (vErrors === null) vErrors = [err43];
						else vErrors.push(err43);
						errors++;
					}
					if (data3.repositoryId === void 0) {
						const err44 = {
							instancePath: instancePath + "/identity",
							schemaPath: "#/properties/identity/oneOf/2/required",
							keyword: "required",
							params: { missingProperty: "repositoryId" },
							message: "must have required property 'repositoryId'"
						};
						if (vErrors === null) vErrors = [err44];
						else vErrors.push(err44);
						errors++;
					}
					if (data3.pullRequest === void 0) {
						const err45 = {
							instancePath: instancePath + "/identity",
							schemaPath: "#/properties/identity/oneOf/2/required",
							keyword: "required",
							params: { missingProperty: "pullRequest" },
							message: "must have required property 'pullRequest'"
						};
						if (vErrors === null) vErrors = [err45];
						else vErrors.push(err45);
						errors++;
					}
					if (data3.head === void 0) {
						const err46 = {
							instancePath: instancePath + "/identity",
							schemaPath: "#/properties/identity/oneOf/2/required",
							keyword: "required",
							params: { missingProperty: "head" },
							message: "must have required property 'head'"
						};
						if (vErrors === null) vErrors = [err46];
						else vErrors.push(err46);
						errors++;
					}
					if (data3.blob === void 0) {
						const err47 = {
							instancePath: instancePath + "/identity",
							schemaPath: "#/properties/identity/oneOf/2/required",
							keyword: "required",
							params: { missingProperty: "blob" },
							message: "must have required property 'blob'"
						};
						if (vErrors === null) vErrors = [err47];
						else vErrors.push(err47);
						errors++;
					}
					if (data3.runId === void 0) {
						const err48 = {
							instancePath: instancePath + "/identity",
							schemaPath: "#/properties/identity/oneOf/2/required",
							keyword: "required",
							params: { missingProperty: "runId" },
							message: "must have required property 'runId'"
						};
						if (vErrors === null) vErrors = [err48];
						else vErrors.push(err48);
						errors++;
					}
					if (data3.attempt === void 0) {
						const err49 = {
							instancePath: instancePath + "/identity",
							schemaPath: "#/properties/identity/oneOf/2/required",
							keyword: "required",
							params: { missingProperty: "attempt" },
							message: "must have required property 'attempt'"
						};
						if (vErrors === null) vErrors = [err49];
						else vErrors.push(err49);
						errors++;
					}
					for (const key3 in data3) if (!(key3 === "kind" || key3 === "repositoryId" || key3 === "pullRequest" || key3 === "head" || key3 === "blob" || key3 === "runId" || key3 === "attempt")) {
						const err50 = {
							instancePath: instancePath + "/identity",
							schemaPath: "#/properties/identity/oneOf/2/additionalProperties",
							keyword: "additionalProperties",
							params: { additionalProperty: key3 },
							message: "must NOT have additional properties"
						};
						if (vErrors === null) vErrors = [err50];
						else vErrors.push(err50);
						errors++;
					}
					if (data3.kind !== void 0) {
						if ("pull-request" !== data3.kind) {
							const err51 = {
								instancePath: instancePath + "/identity/kind",
								schemaPath: "#/properties/identity/oneOf/2/properties/kind/const",
								keyword: "const",
								params: { allowedValue: "pull-request" },
								message: "must be equal to constant"
							};
							if (vErrors === null) vErrors = [err51];
							else vErrors.push(err51);
							errors++;
						}
					}
					if (data3.repositoryId !== void 0) {
						let data10 = data3.repositoryId;
						if (!(typeof data10 == "number" && !(data10 % 1) && !isNaN(data10) && isFinite(data10))) {
							const err52 = {
								instancePath: instancePath + "/identity/repositoryId",
								schemaPath: "#/properties/identity/oneOf/2/properties/repositoryId/type",
								keyword: "type",
								params: { type: "integer" },
								message: "must be integer"
							};
							if (vErrors === null) vErrors = [err52];
							else vErrors.push(err52);
							errors++;
						}
						if (typeof data10 == "number" && isFinite(data10)) {
							if (data10 > 0x38d7ea4c68000 || isNaN(data10)) {
								const err53 = {
									instancePath: instancePath + "/identity/repositoryId",
									schemaPath: "#/properties/identity/oneOf/2/properties/repositoryId/maximum",
									keyword: "maximum",
									params: {
										comparison: "<=",
										limit: 0x38d7ea4c68000
									},
									message: "must be <= 1000000000000000"
								};
								if (vErrors === null) vErrors = [err53];
								else vErrors.push(err53);
								errors++;
							}
							if (data10 < 1 || isNaN(data10)) {
								const err54 = {
									instancePath: instancePath + "/identity/repositoryId",
									schemaPath: "#/properties/identity/oneOf/2/properties/repositoryId/minimum",
									keyword: "minimum",
									params: {
										comparison: ">=",
										limit: 1
									},
									message: "must be >= 1"
								};
								if (vErrors === null) vErrors = [err54];
								else vErrors.push(err54);
								errors++;
							}
						}
					}
					if (data3.pullRequest !== void 0) {
						let data11 = data3.pullRequest;
						if (!(typeof data11 == "number" && !(data11 % 1) && !isNaN(data11) && isFinite(data11))) {
							const err55 = {
								instancePath: instancePath + "/identity/pullRequest",
								schemaPath: "#/properties/identity/oneOf/2/properties/pullRequest/type",
								keyword: "type",
								params: { type: "integer" },
								message: "must be integer"
							};
							if (vErrors === null) vErrors = [err55];
							else vErrors.push(err55);
							errors++;
						}
						if (typeof data11 == "number" && isFinite(data11)) {
							if (data11 > 1e9 || isNaN(data11)) {
								const err56 = {
									instancePath: instancePath + "/identity/pullRequest",
									schemaPath: "#/properties/identity/oneOf/2/properties/pullRequest/maximum",
									keyword: "maximum",
									params: {
										comparison: "<=",
										limit: 1e9
									},
									message: "must be <= 1000000000"
								};
								if (vErrors === null) vErrors = [err56];
								else vErrors.push(err56);
								errors++;
							}
							if (data11 < 1 || isNaN(data11)) {
								const err57 = {
									instancePath: instancePath + "/identity/pullRequest",
									schemaPath: "#/properties/identity/oneOf/2/properties/pullRequest/minimum",
									keyword: "minimum",
									params: {
										comparison: ">=",
										limit: 1
									},
									message: "must be >= 1"
								};
								if (vErrors === null) vErrors = [err57];
								else vErrors.push(err57);
								errors++;
							}
						}
					}
					if (data3.head !== void 0) {
						if (!validate88(data3.head, {
							instancePath: instancePath + "/identity/head",
							parentData: data3,
							parentDataProperty: "head",
							rootData,
							dynamicAnchors
						})) {
							vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
							errors = vErrors.length;
						}
					}
					if (data3.blob !== void 0) {
						if (!validate88(data3.blob, {
							instancePath: instancePath + "/identity/blob",
							parentData: data3,
							parentDataProperty: "blob",
							rootData,
							dynamicAnchors
						})) {
							vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
							errors = vErrors.length;
						}
					}
					if (data3.runId !== void 0) {
						let data14 = data3.runId;
						if (!(typeof data14 == "number" && !(data14 % 1) && !isNaN(data14) && isFinite(data14))) {
							const err58 = {
								instancePath: instancePath + "/identity/runId",
								schemaPath: "#/properties/identity/oneOf/2/properties/runId/type",
								keyword: "type",
								params: { type: "integer" },
								message: "must be integer"
							};
							if (vErrors === null) vErrors = [err58];
							else vErrors.push(err58);
							errors++;
						}
						if (typeof data14 == "number" && isFinite(data14)) {
							if (data14 > 0x38d7ea4c68000 || isNaN(data14)) {
								const err59 = {
									instancePath: instancePath + "/identity/runId",
									schemaPath: "#/properties/identity/oneOf/2/properties/runId/maximum",
									keyword: "maximum",
									params: {
										comparison: "<=",
										limit: 0x38d7ea4c68000
									},
									message: "must be <= 1000000000000000"
								};
								if (vErrors === null) vErrors = [err59];
								else vErrors.push(err59);
								errors++;
							}
							if (data14 < 1 || isNaN(data14)) {
								const err60 = {
									instancePath: instancePath + "/identity/runId",
									schemaPath: "#/properties/identity/oneOf/2/properties/runId/minimum",
									keyword: "minimum",
									params: {
										comparison: ">=",
										limit: 1
									},
									message: "must be >= 1"
								};
								if (vErrors === null) vErrors = [err60];
								else vErrors.push(err60);
								errors++;
							}
						}
					}
					if (data3.attempt !== void 0) {
						let data15 = data3.attempt;
						if (!(typeof data15 == "number" && !(data15 % 1) && !isNaN(data15) && isFinite(data15))) {
							const err61 = {
								instancePath: instancePath + "/identity/attempt",
								schemaPath: "#/properties/identity/oneOf/2/properties/attempt/type",
								keyword: "type",
								params: { type: "integer" },
								message: "must be integer"
							};
							if (vErrors === null) vErrors = [err61];
							else vErrors.push(err61);
							errors++;
						}
						if (typeof data15 == "number" && isFinite(data15)) {
							if (data15 > 1e6 || isNaN(data15)) {
								const err62 = {
									instancePath: instancePath + "/identity/attempt",
									schemaPath: "#/properties/identity/oneOf/2/properties/attempt/maximum",
									keyword: "maximum",
									params: {
										comparison: "<=",
										limit: 1e6
									},
									message: "must be <= 1000000"
								};
								if (vErrors === null) vErrors = [err62];
								else vErrors.push(err62);
								errors++;
							}
							if (data15 < 1 || isNaN(data15)) {
								const err63 = {
									instancePath: instancePath + "/identity/attempt",
									schemaPath: "#/properties/identity/oneOf/2/properties/attempt/minimum",
									keyword: "minimum",
									params: {
										comparison: ">=",
										limit: 1
									},
									message: "must be >= 1"
								};
								if (vErrors === null) vErrors = [err63];
								else vErrors.push(err63);
								errors++;
							}
						}
					}
				} else {
					const err64 = {
						instancePath: instancePath + "/identity",
						schemaPath: "#/properties/identity/oneOf/2/type",
						keyword: "type",
						params: { type: "object" },
						message: "must be object"
					};
					if (vErrors === null) vErrors = [err64];
					else vErrors.push(err64);
					errors++;
				}
				var _valid0 = _errs22 === errors;
				if (_valid0 && valid1) {
					valid1 = false;
					passing0 = [passing0, 2];
				} else if (_valid0) {
					valid1 = true;
					passing0 = 2;
					if (props0 !== true) props0 = true;
				}
			}
			if (!valid1) {
				const err65 = {
					instancePath: instancePath + "/identity",
					schemaPath: "#/properties/identity/oneOf",
					keyword: "oneOf",
					params: { passingSchemas: passing0 },
					message: "must match exactly one schema in oneOf"
				};
				if (vErrors === null) vErrors = [err65];
				else vErrors.push(err65);
				errors++;
			} else {
				errors = _errs7;
				if (vErrors !== null) {
					if (_errs7) vErrors.length = _errs7;
					else vErrors = null;
				}
			}
		}
		if (data.measuredAt !== void 0) {
			let data16 = data.measuredAt;
			if (typeof data16 === "string") {
				if (!pattern14.test(data16)) {
					const err66 = {
						instancePath: instancePath + "/measuredAt",
						schemaPath: "#/properties/measuredAt/pattern",
						keyword: "pattern",
						params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$" },
						message: "must match pattern \"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$\""
					};
					if (vErrors === null) vErrors = [err66];
					else vErrors.push(err66);
					errors++;
				}
			} else {
				const err67 = {
					instancePath: instancePath + "/measuredAt",
					schemaPath: "#/properties/measuredAt/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err67];
				else vErrors.push(err67);
				errors++;
			}
		}
		if (data.planDigest !== void 0) {
			if (!validate91(data.planDigest, {
				instancePath: instancePath + "/planDigest",
				parentData: data,
				parentDataProperty: "planDigest",
				rootData,
				dynamicAnchors
			})) {
				vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
				errors = vErrors.length;
			}
		}
		if (data.plan !== void 0) {
			if (!validate67(data.plan, {
				instancePath: instancePath + "/plan",
				parentData: data,
				parentDataProperty: "plan",
				rootData,
				dynamicAnchors
			})) {
				vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
				errors = vErrors.length;
			}
		}
		if (data.software !== void 0) {
			let data19 = data.software;
			if (data19 && typeof data19 == "object" && !Array.isArray(data19)) {
				if (data19.runner === void 0) {
					const err68 = {
						instancePath: instancePath + "/software",
						schemaPath: "#/properties/software/required",
						keyword: "required",
						params: { missingProperty: "runner" },
						message: "must have required property 'runner'"
					};
					if (vErrors === null) vErrors = [err68];
					else vErrors.push(err68);
					errors++;
				}
				if (data19.backend === void 0) {
					const err69 = {
						instancePath: instancePath + "/software",
						schemaPath: "#/properties/software/required",
						keyword: "required",
						params: { missingProperty: "backend" },
						message: "must have required property 'backend'"
					};
					if (vErrors === null) vErrors = [err69];
					else vErrors.push(err69);
					errors++;
				}
				if (data19.runtime === void 0) {
					const err70 = {
						instancePath: instancePath + "/software",
						schemaPath: "#/properties/software/required",
						keyword: "required",
						params: { missingProperty: "runtime" },
						message: "must have required property 'runtime'"
					};
					if (vErrors === null) vErrors = [err70];
					else vErrors.push(err70);
					errors++;
				}
				if (data19.container === void 0) {
					const err71 = {
						instancePath: instancePath + "/software",
						schemaPath: "#/properties/software/required",
						keyword: "required",
						params: { missingProperty: "container" },
						message: "must have required property 'container'"
					};
					if (vErrors === null) vErrors = [err71];
					else vErrors.push(err71);
					errors++;
				}
				if (data19.isolation === void 0) {
					const err72 = {
						instancePath: instancePath + "/software",
						schemaPath: "#/properties/software/required",
						keyword: "required",
						params: { missingProperty: "isolation" },
						message: "must have required property 'isolation'"
					};
					if (vErrors === null) vErrors = [err72];
					else vErrors.push(err72);
					errors++;
				}
				for (const key4 in data19) if (!(key4 === "runner" || key4 === "backend" || key4 === "runtime" || key4 === "container" || key4 === "isolation")) {
					const err73 = {
						instancePath: instancePath + "/software",
						schemaPath: "#/properties/software/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key4 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err73];
					else vErrors.push(err73);
					errors++;
				}
				if (data19.runner !== void 0) {
					let data20 = data19.runner;
					if (typeof data20 === "string") {
						if (func2(data20) > 40) {
							const err74 = {
								instancePath: instancePath + "/software/runner",
								schemaPath: "#/properties/software/properties/runner/maxLength",
								keyword: "maxLength",
								params: { limit: 40 },
								message: "must NOT have more than 40 characters"
							};
							if (vErrors === null) vErrors = [err74];
							else vErrors.push(err74);
							errors++;
						}
					} else {
						const err75 = {
							instancePath: instancePath + "/software/runner",
							schemaPath: "#/properties/software/properties/runner/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err75];
						else vErrors.push(err75);
						errors++;
					}
				}
				if (data19.backend !== void 0) {
					let data21 = data19.backend;
					if (typeof data21 === "string") {
						if (func2(data21) > 120) {
							const err76 = {
								instancePath: instancePath + "/software/backend",
								schemaPath: "#/properties/software/properties/backend/maxLength",
								keyword: "maxLength",
								params: { limit: 120 },
								message: "must NOT have more than 120 characters"
							};
							if (vErrors === null) vErrors = [err76];
							else vErrors.push(err76);
							errors++;
						}
					} else {
						const err77 = {
							instancePath: instancePath + "/software/backend",
							schemaPath: "#/properties/software/properties/backend/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err77];
						else vErrors.push(err77);
						errors++;
					}
				}
				if (data19.runtime !== void 0) {
					let data22 = data19.runtime;
					if (Array.isArray(data22)) {
						if (data22.length > 32) {
							const err78 = {
								instancePath: instancePath + "/software/runtime",
								schemaPath: "#/properties/software/properties/runtime/maxItems",
								keyword: "maxItems",
								params: { limit: 32 },
								message: "must NOT have more than 32 items"
							};
							if (vErrors === null) vErrors = [err78];
							else vErrors.push(err78);
							errors++;
						}
						if (data22.length < 0) {
							const err79 = {
								instancePath: instancePath + "/software/runtime",
								schemaPath: "#/properties/software/properties/runtime/minItems",
								keyword: "minItems",
								params: { limit: 0 },
								message: "must NOT have fewer than 0 items"
							};
							if (vErrors === null) vErrors = [err79];
							else vErrors.push(err79);
							errors++;
						}
						const len0 = data22.length;
						for (let i0 = 0; i0 < len0; i0++) {
							let data23 = data22[i0];
							if (typeof data23 === "string") {
								if (func2(data23) > 120) {
									const err80 = {
										instancePath: instancePath + "/software/runtime/" + i0,
										schemaPath: "#/properties/software/properties/runtime/items/maxLength",
										keyword: "maxLength",
										params: { limit: 120 },
										message: "must NOT have more than 120 characters"
									};
									if (vErrors === null) vErrors = [err80];
									else vErrors.push(err80);
									errors++;
								}
							} else {
								const err81 = {
									instancePath: instancePath + "/software/runtime/" + i0,
									schemaPath: "#/properties/software/properties/runtime/items/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err81];
								else vErrors.push(err81);
								errors++;
							}
						}
					} else {
						const err82 = {
							instancePath: instancePath + "/software/runtime",
							schemaPath: "#/properties/software/properties/runtime/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array"
						};
						if (vErrors === null) vErrors = [err82];
						else vErrors.push(err82);
						errors++;
					}
				}
				if (data19.container !== void 0) {
					let data24 = data19.container;
					const _errs52 = errors;
					let valid8 = false;
					let passing1 = null;
					const _errs53 = errors;
					if (data24 !== null) {
						const err83 = {
							instancePath: instancePath + "/software/container",
							schemaPath: "#/properties/software/properties/container/oneOf/0/type",
							keyword: "type",
							params: { type: "null" },
							message: "must be null"
						};
						if (vErrors === null) vErrors = [err83];
						else vErrors.push(err83);
						errors++;
					}
					var _valid1 = _errs53 === errors;
					if (_valid1) {
						valid8 = true;
						passing1 = 0;
					}
					const _errs55 = errors;
					if (!validate91(data24, {
						instancePath: instancePath + "/software/container",
						parentData: data19,
						parentDataProperty: "container",
						rootData,
						dynamicAnchors
					})) {
						vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
						errors = vErrors.length;
					}
					var _valid1 = _errs55 === errors;
					if (_valid1 && valid8) {
						valid8 = false;
						passing1 = [passing1, 1];
					} else if (_valid1) {
						valid8 = true;
						passing1 = 1;
					}
					if (!valid8) {
						const err84 = {
							instancePath: instancePath + "/software/container",
							schemaPath: "#/properties/software/properties/container/oneOf",
							keyword: "oneOf",
							params: { passingSchemas: passing1 },
							message: "must match exactly one schema in oneOf"
						};
						if (vErrors === null) vErrors = [err84];
						else vErrors.push(err84);
						errors++;
					} else {
						errors = _errs52;
						if (vErrors !== null) {
							if (_errs52) vErrors.length = _errs52;
							else vErrors = null;
						}
					}
				}
				if (data19.isolation !== void 0) {
					let data25 = data19.isolation;
					if (!(data25 === "docker" || data25 === "bubblewrap" || data25 === "none")) {
						const err85 = {
							instancePath: instancePath + "/software/isolation",
							schemaPath: "#/properties/software/properties/isolation/enum",
							keyword: "enum",
							params: { allowedValues: schema34.properties.software.properties.isolation.enum },
							message: "must be equal to one of the allowed values"
						};
						if (vErrors === null) vErrors = [err85];
						else vErrors.push(err85);
						errors++;
					}
				}
			} else {
				const err86 = {
					instancePath: instancePath + "/software",
					schemaPath: "#/properties/software/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err86];
				else vErrors.push(err86);
				errors++;
			}
		}
		if (data.hardware !== void 0) {
			let data26 = data.hardware;
			if (data26 && typeof data26 == "object" && !Array.isArray(data26)) {
				if (data26.profile === void 0) {
					const err87 = {
						instancePath: instancePath + "/hardware",
						schemaPath: "#/properties/hardware/required",
						keyword: "required",
						params: { missingProperty: "profile" },
						message: "must have required property 'profile'"
					};
					if (vErrors === null) vErrors = [err87];
					else vErrors.push(err87);
					errors++;
				}
				if (data26.scripted === void 0) {
					const err88 = {
						instancePath: instancePath + "/hardware",
						schemaPath: "#/properties/hardware/required",
						keyword: "required",
						params: { missingProperty: "scripted" },
						message: "must have required property 'scripted'"
					};
					if (vErrors === null) vErrors = [err88];
					else vErrors.push(err88);
					errors++;
				}
				if (data26.gpus === void 0) {
					const err89 = {
						instancePath: instancePath + "/hardware",
						schemaPath: "#/properties/hardware/required",
						keyword: "required",
						params: { missingProperty: "gpus" },
						message: "must have required property 'gpus'"
					};
					if (vErrors === null) vErrors = [err89];
					else vErrors.push(err89);
					errors++;
				}
				if (data26.cpu === void 0) {
					const err90 = {
						instancePath: instancePath + "/hardware",
						schemaPath: "#/properties/hardware/required",
						keyword: "required",
						params: { missingProperty: "cpu" },
						message: "must have required property 'cpu'"
					};
					if (vErrors === null) vErrors = [err90];
					else vErrors.push(err90);
					errors++;
				}
				if (data26.memoryBytes === void 0) {
					const err91 = {
						instancePath: instancePath + "/hardware",
						schemaPath: "#/properties/hardware/required",
						keyword: "required",
						params: { missingProperty: "memoryBytes" },
						message: "must have required property 'memoryBytes'"
					};
					if (vErrors === null) vErrors = [err91];
					else vErrors.push(err91);
					errors++;
				}
				if (data26.os === void 0) {
					const err92 = {
						instancePath: instancePath + "/hardware",
						schemaPath: "#/properties/hardware/required",
						keyword: "required",
						params: { missingProperty: "os" },
						message: "must have required property 'os'"
					};
					if (vErrors === null) vErrors = [err92];
					else vErrors.push(err92);
					errors++;
				}
				for (const key5 in data26) if (!(key5 === "profile" || key5 === "scripted" || key5 === "gpus" || key5 === "cpu" || key5 === "memoryBytes" || key5 === "os")) {
					const err93 = {
						instancePath: instancePath + "/hardware",
						schemaPath: "#/properties/hardware/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key5 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err93];
					else vErrors.push(err93);
					errors++;
				}
				if (data26.profile !== void 0) {
					let data27 = data26.profile;
					if (typeof data27 === "string") {
						if (func2(data27) > 80) {
							const err94 = {
								instancePath: instancePath + "/hardware/profile",
								schemaPath: "#/properties/hardware/properties/profile/maxLength",
								keyword: "maxLength",
								params: { limit: 80 },
								message: "must NOT have more than 80 characters"
							};
							if (vErrors === null) vErrors = [err94];
							else vErrors.push(err94);
							errors++;
						}
						if (!pattern16.test(data27)) {
							const err95 = {
								instancePath: instancePath + "/hardware/profile",
								schemaPath: "#/properties/hardware/properties/profile/pattern",
								keyword: "pattern",
								params: { pattern: "^[a-z0-9]+(?:-[a-z0-9]+)*$" },
								message: "must match pattern \"^[a-z0-9]+(?:-[a-z0-9]+)*$\""
							};
							if (vErrors === null) vErrors = [err95];
							else vErrors.push(err95);
							errors++;
						}
					} else {
						const err96 = {
							instancePath: instancePath + "/hardware/profile",
							schemaPath: "#/properties/hardware/properties/profile/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err96];
						else vErrors.push(err96);
						errors++;
					}
				}
				if (data26.scripted !== void 0) {
					if (typeof data26.scripted !== "boolean") {
						const err97 = {
							instancePath: instancePath + "/hardware/scripted",
							schemaPath: "#/properties/hardware/properties/scripted/type",
							keyword: "type",
							params: { type: "boolean" },
							message: "must be boolean"
						};
						if (vErrors === null) vErrors = [err97];
						else vErrors.push(err97);
						errors++;
					}
				}
				if (data26.gpus !== void 0) {
					let data29 = data26.gpus;
					if (Array.isArray(data29)) {
						if (data29.length > 64) {
							const err98 = {
								instancePath: instancePath + "/hardware/gpus",
								schemaPath: "#/properties/hardware/properties/gpus/maxItems",
								keyword: "maxItems",
								params: { limit: 64 },
								message: "must NOT have more than 64 items"
							};
							if (vErrors === null) vErrors = [err98];
							else vErrors.push(err98);
							errors++;
						}
						if (data29.length < 0) {
							const err99 = {
								instancePath: instancePath + "/hardware/gpus",
								schemaPath: "#/properties/hardware/properties/gpus/minItems",
								keyword: "minItems",
								params: { limit: 0 },
								message: "must NOT have fewer than 0 items"
							};
							if (vErrors === null) vErrors = [err99];
							else vErrors.push(err99);
							errors++;
						}
						const len1 = data29.length;
						for (let i1 = 0; i1 < len1; i1++) {
							let data30 = data29[i1];
							if (data30 && typeof data30 == "object" && !Array.isArray(data30)) {
								if (data30.uuidSha256 === void 0) {
									const err100 = {
										instancePath: instancePath + "/hardware/gpus/" + i1,
										schemaPath: "#/properties/hardware/properties/gpus/items/required",
										keyword: "required",
										params: { missingProperty: "uuidSha256" },
										message: "must have required property 'uuidSha256'"
									};
									if (vErrors === null) vErrors = [err100];
									else vErrors.push(err100);
									errors++;
								}
								if (data30.name === void 0) {
									const err101 = {
										instancePath: instancePath + "/hardware/gpus/" + i1,
										schemaPath: "#/properties/hardware/properties/gpus/items/required",
										keyword: "required",
										params: { missingProperty: "name" },
										message: "must have required property 'name'"
									};
									if (vErrors === null) vErrors = [err101];
									else vErrors.push(err101);
									errors++;
								}
								if (data30.memoryBytes === void 0) {
									const err102 = {
										instancePath: instancePath + "/hardware/gpus/" + i1,
										schemaPath: "#/properties/hardware/properties/gpus/items/required",
										keyword: "required",
										params: { missingProperty: "memoryBytes" },
										message: "must have required property 'memoryBytes'"
									};
									if (vErrors === null) vErrors = [err102];
									else vErrors.push(err102);
									errors++;
								}
								if (data30.driver === void 0) {
									const err103 = {
										instancePath: instancePath + "/hardware/gpus/" + i1,
										schemaPath: "#/properties/hardware/properties/gpus/items/required",
										keyword: "required",
										params: { missingProperty: "driver" },
										message: "must have required property 'driver'"
									};
									if (vErrors === null) vErrors = [err103];
									else vErrors.push(err103);
									errors++;
								}
								if (data30.powerLimitWatts === void 0) {
									const err104 = {
										instancePath: instancePath + "/hardware/gpus/" + i1,
										schemaPath: "#/properties/hardware/properties/gpus/items/required",
										keyword: "required",
										params: { missingProperty: "powerLimitWatts" },
										message: "must have required property 'powerLimitWatts'"
									};
									if (vErrors === null) vErrors = [err104];
									else vErrors.push(err104);
									errors++;
								}
								if (data30.defaultPowerLimitWatts === void 0) {
									const err105 = {
										instancePath: instancePath + "/hardware/gpus/" + i1,
										schemaPath: "#/properties/hardware/properties/gpus/items/required",
										keyword: "required",
										params: { missingProperty: "defaultPowerLimitWatts" },
										message: "must have required property 'defaultPowerLimitWatts'"
									};
									if (vErrors === null) vErrors = [err105];
									else vErrors.push(err105);
									errors++;
								}
								if (data30.idleWatts === void 0) {
									const err106 = {
										instancePath: instancePath + "/hardware/gpus/" + i1,
										schemaPath: "#/properties/hardware/properties/gpus/items/required",
										keyword: "required",
										params: { missingProperty: "idleWatts" },
										message: "must have required property 'idleWatts'"
									};
									if (vErrors === null) vErrors = [err106];
									else vErrors.push(err106);
									errors++;
								}
								if (data30.mig === void 0) {
									const err107 = {
										instancePath: instancePath + "/hardware/gpus/" + i1,
										schemaPath: "#/properties/hardware/properties/gpus/items/required",
										keyword: "required",
										params: { missingProperty: "mig" },
										message: "must have required property 'mig'"
									};
									if (vErrors === null) vErrors = [err107];
									else vErrors.push(err107);
									errors++;
								}
								if (data30.worked === void 0) {
									const err108 = {
										instancePath: instancePath + "/hardware/gpus/" + i1,
										schemaPath: "#/properties/hardware/properties/gpus/items/required",
										keyword: "required",
										params: { missingProperty: "worked" },
										message: "must have required property 'worked'"
									};
									if (vErrors === null) vErrors = [err108];
									else vErrors.push(err108);
									errors++;
								}
								if (data30.metered === void 0) {
									const err109 = {
										instancePath: instancePath + "/hardware/gpus/" + i1,
										schemaPath: "#/properties/hardware/properties/gpus/items/required",
										keyword: "required",
										params: { missingProperty: "metered" },
										message: "must have required property 'metered'"
									};
									if (vErrors === null) vErrors = [err109];
									else vErrors.push(err109);
									errors++;
								}
								if (data30.meter === void 0) {
									const err110 = {
										instancePath: instancePath + "/hardware/gpus/" + i1,
										schemaPath: "#/properties/hardware/properties/gpus/items/required",
										keyword: "required",
										params: { missingProperty: "meter" },
										message: "must have required property 'meter'"
									};
									if (vErrors === null) vErrors = [err110];
									else vErrors.push(err110);
									errors++;
								}
								if (data30.cuda === void 0) {
									const err111 = {
										instancePath: instancePath + "/hardware/gpus/" + i1,
										schemaPath: "#/properties/hardware/properties/gpus/items/required",
										keyword: "required",
										params: { missingProperty: "cuda" },
										message: "must have required property 'cuda'"
									};
									if (vErrors === null) vErrors = [err111];
									else vErrors.push(err111);
									errors++;
								}
								if (data30.ecc === void 0) {
									const err112 = {
										instancePath: instancePath + "/hardware/gpus/" + i1,
										schemaPath: "#/properties/hardware/properties/gpus/items/required",
										keyword: "required",
										params: { missingProperty: "ecc" },
										message: "must have required property 'ecc'"
									};
									if (vErrors === null) vErrors = [err112];
									else vErrors.push(err112);
									errors++;
								}
								if (data30.persistence === void 0) {
									const err113 = {
										instancePath: instancePath + "/hardware/gpus/" + i1,
										schemaPath: "#/properties/hardware/properties/gpus/items/required",
										keyword: "required",
										params: { missingProperty: "persistence" },
										message: "must have required property 'persistence'"
									};
									if (vErrors === null) vErrors = [err113];
									else vErrors.push(err113);
									errors++;
								}
								if (data30.clocks === void 0) {
									const err114 = {
										instancePath: instancePath + "/hardware/gpus/" + i1,
										schemaPath: "#/properties/hardware/properties/gpus/items/required",
										keyword: "required",
										params: { missingProperty: "clocks" },
										message: "must have required property 'clocks'"
									};
									if (vErrors === null) vErrors = [err114];
									else vErrors.push(err114);
									errors++;
								}
								if (data30.temperature === void 0) {
									const err115 = {
										instancePath: instancePath + "/hardware/gpus/" + i1,
										schemaPath: "#/properties/hardware/properties/gpus/items/required",
										keyword: "required",
										params: { missingProperty: "temperature" },
										message: "must have required property 'temperature'"
									};
									if (vErrors === null) vErrors = [err115];
									else vErrors.push(err115);
									errors++;
								}
								if (data30.during === void 0) {
									const err116 = {
										instancePath: instancePath + "/hardware/gpus/" + i1,
										schemaPath: "#/properties/hardware/properties/gpus/items/required",
										keyword: "required",
										params: { missingProperty: "during" },
										message: "must have required property 'during'"
									};
									if (vErrors === null) vErrors = [err116];
									else vErrors.push(err116);
									errors++;
								}
								if (data30.eventReasons === void 0) {
									const err117 = {
										instancePath: instancePath + "/hardware/gpus/" + i1,
										schemaPath: "#/properties/hardware/properties/gpus/items/required",
										keyword: "required",
										params: { missingProperty: "eventReasons" },
										message: "must have required property 'eventReasons'"
									};
									if (vErrors === null) vErrors = [err117];
									else vErrors.push(err117);
									errors++;
								}
								if (data30.foreignProcesses === void 0) {
									const err118 = {
										instancePath: instancePath + "/hardware/gpus/" + i1,
										schemaPath: "#/properties/hardware/properties/gpus/items/required",
										keyword: "required",
										params: { missingProperty: "foreignProcesses" },
										message: "must have required property 'foreignProcesses'"
									};
									if (vErrors === null) vErrors = [err118];
									else vErrors.push(err118);
									errors++;
								}
								if (data30.foreignProcessesNote === void 0) {
									const err119 = {
										instancePath: instancePath + "/hardware/gpus/" + i1,
										schemaPath: "#/properties/hardware/properties/gpus/items/required",
										keyword: "required",
										params: { missingProperty: "foreignProcessesNote" },
										message: "must have required property 'foreignProcessesNote'"
									};
									if (vErrors === null) vErrors = [err119];
									else vErrors.push(err119);
									errors++;
								}
								if (data30.after === void 0) {
									const err120 = {
										instancePath: instancePath + "/hardware/gpus/" + i1,
										schemaPath: "#/properties/hardware/properties/gpus/items/required",
										keyword: "required",
										params: { missingProperty: "after" },
										message: "must have required property 'after'"
									};
									if (vErrors === null) vErrors = [err120];
									else vErrors.push(err120);
									errors++;
								}
								for (const key6 in data30) if (!func1.call(schema34.properties.hardware.properties.gpus.items.properties, key6)) {
									const err121 = {
										instancePath: instancePath + "/hardware/gpus/" + i1,
										schemaPath: "#/properties/hardware/properties/gpus/items/additionalProperties",
										keyword: "additionalProperties",
										params: { additionalProperty: key6 },
										message: "must NOT have additional properties"
									};
									if (vErrors === null) vErrors = [err121];
									else vErrors.push(err121);
									errors++;
								}
								if (data30.uuidSha256 !== void 0) {
									if (!validate91(data30.uuidSha256, {
										instancePath: instancePath + "/hardware/gpus/" + i1 + "/uuidSha256",
										parentData: data30,
										parentDataProperty: "uuidSha256",
										rootData,
										dynamicAnchors
									})) {
										vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
										errors = vErrors.length;
									}
								}
								if (data30.name !== void 0) {
									let data32 = data30.name;
									if (typeof data32 === "string") {
										if (func2(data32) > 200) {
											const err122 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/name",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/name/maxLength",
												keyword: "maxLength",
												params: { limit: 200 },
												message: "must NOT have more than 200 characters"
											};
											if (vErrors === null) vErrors = [err122];
											else vErrors.push(err122);
											errors++;
										}
									} else {
										const err123 = {
											instancePath: instancePath + "/hardware/gpus/" + i1 + "/name",
											schemaPath: "#/properties/hardware/properties/gpus/items/properties/name/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err123];
										else vErrors.push(err123);
										errors++;
									}
								}
								if (data30.memoryBytes !== void 0) {
									let data33 = data30.memoryBytes;
									if (!(typeof data33 == "number" && !(data33 % 1) && !isNaN(data33) && isFinite(data33))) {
										const err124 = {
											instancePath: instancePath + "/hardware/gpus/" + i1 + "/memoryBytes",
											schemaPath: "#/properties/hardware/properties/gpus/items/properties/memoryBytes/type",
											keyword: "type",
											params: { type: "integer" },
											message: "must be integer"
										};
										if (vErrors === null) vErrors = [err124];
										else vErrors.push(err124);
										errors++;
									}
									if (typeof data33 == "number" && isFinite(data33)) {
										if (data33 > 0x38d7ea4c68000 || isNaN(data33)) {
											const err125 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/memoryBytes",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/memoryBytes/maximum",
												keyword: "maximum",
												params: {
													comparison: "<=",
													limit: 0x38d7ea4c68000
												},
												message: "must be <= 1000000000000000"
											};
											if (vErrors === null) vErrors = [err125];
											else vErrors.push(err125);
											errors++;
										}
										if (data33 < 1 || isNaN(data33)) {
											const err126 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/memoryBytes",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/memoryBytes/minimum",
												keyword: "minimum",
												params: {
													comparison: ">=",
													limit: 1
												},
												message: "must be >= 1"
											};
											if (vErrors === null) vErrors = [err126];
											else vErrors.push(err126);
											errors++;
										}
									}
								}
								if (data30.driver !== void 0) {
									let data34 = data30.driver;
									if (typeof data34 === "string") {
										if (func2(data34) > 64) {
											const err127 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/driver",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/driver/maxLength",
												keyword: "maxLength",
												params: { limit: 64 },
												message: "must NOT have more than 64 characters"
											};
											if (vErrors === null) vErrors = [err127];
											else vErrors.push(err127);
											errors++;
										}
									} else {
										const err128 = {
											instancePath: instancePath + "/hardware/gpus/" + i1 + "/driver",
											schemaPath: "#/properties/hardware/properties/gpus/items/properties/driver/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err128];
										else vErrors.push(err128);
										errors++;
									}
								}
								if (data30.powerLimitWatts !== void 0) {
									let data35 = data30.powerLimitWatts;
									if (!(typeof data35 == "number" && isFinite(data35)) && data35 !== null) {
										const err129 = {
											instancePath: instancePath + "/hardware/gpus/" + i1 + "/powerLimitWatts",
											schemaPath: "#/properties/hardware/properties/gpus/items/properties/powerLimitWatts/type",
											keyword: "type",
											params: { type: schema34.properties.hardware.properties.gpus.items.properties.powerLimitWatts.type },
											message: "must be number,null"
										};
										if (vErrors === null) vErrors = [err129];
										else vErrors.push(err129);
										errors++;
									}
									if (typeof data35 == "number" && isFinite(data35)) {
										if (data35 > 1e4 || isNaN(data35)) {
											const err130 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/powerLimitWatts",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/powerLimitWatts/maximum",
												keyword: "maximum",
												params: {
													comparison: "<=",
													limit: 1e4
												},
												message: "must be <= 10000"
											};
											if (vErrors === null) vErrors = [err130];
											else vErrors.push(err130);
											errors++;
										}
										if (data35 < 1 || isNaN(data35)) {
											const err131 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/powerLimitWatts",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/powerLimitWatts/minimum",
												keyword: "minimum",
												params: {
													comparison: ">=",
													limit: 1
												},
												message: "must be >= 1"
											};
											if (vErrors === null) vErrors = [err131];
											else vErrors.push(err131);
											errors++;
										}
									}
								}
								if (data30.defaultPowerLimitWatts !== void 0) {
									let data36 = data30.defaultPowerLimitWatts;
									if (!(typeof data36 == "number" && isFinite(data36)) && data36 !== null) {
										const err132 = {
											instancePath: instancePath + "/hardware/gpus/" + i1 + "/defaultPowerLimitWatts",
											schemaPath: "#/properties/hardware/properties/gpus/items/properties/defaultPowerLimitWatts/type",
											keyword: "type",
											params: { type: schema34.properties.hardware.properties.gpus.items.properties.defaultPowerLimitWatts.type },
											message: "must be number,null"
										};
										if (vErrors === null) vErrors = [err132];
										else vErrors.push(err132);
										errors++;
									}
									if (typeof data36 == "number" && isFinite(data36)) {
										if (data36 > 1e4 || isNaN(data36)) {
											const err133 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/defaultPowerLimitWatts",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/defaultPowerLimitWatts/maximum",
												keyword: "maximum",
												params: {
													comparison: "<=",
													limit: 1e4
												},
												message: "must be <= 10000"
											};
											if (vErrors === null) vErrors = [err133];
											else vErrors.push(err133);
											errors++;
										}
										if (data36 < 1 || isNaN(data36)) {
											const err134 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/defaultPowerLimitWatts",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/defaultPowerLimitWatts/minimum",
												keyword: "minimum",
												params: {
													comparison: ">=",
													limit: 1
												},
												message: "must be >= 1"
											};
											if (vErrors === null) vErrors = [err134];
											else vErrors.push(err134);
											errors++;
										}
									}
								}
								if (data30.idleWatts !== void 0) {
									let data37 = data30.idleWatts;
									if (!(typeof data37 == "number" && isFinite(data37)) && data37 !== null) {
										const err135 = {
											instancePath: instancePath + "/hardware/gpus/" + i1 + "/idleWatts",
											schemaPath: "#/properties/hardware/properties/gpus/items/properties/idleWatts/type",
											keyword: "type",
											params: { type: schema34.properties.hardware.properties.gpus.items.properties.idleWatts.type },
											message: "must be number,null"
										};
										if (vErrors === null) vErrors = [err135];
										else vErrors.push(err135);
										errors++;
									}
									if (typeof data37 == "number" && isFinite(data37)) {
										if (data37 > 1e4 || isNaN(data37)) {
											const err136 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/idleWatts",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/idleWatts/maximum",
												keyword: "maximum",
												params: {
													comparison: "<=",
													limit: 1e4
												},
												message: "must be <= 10000"
											};
											if (vErrors === null) vErrors = [err136];
											else vErrors.push(err136);
											errors++;
										}
										if (data37 < 0 || isNaN(data37)) {
											const err137 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/idleWatts",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/idleWatts/minimum",
												keyword: "minimum",
												params: {
													comparison: ">=",
													limit: 0
												},
												message: "must be >= 0"
											};
											if (vErrors === null) vErrors = [err137];
											else vErrors.push(err137);
											errors++;
										}
									}
								}
								if (data30.mig !== void 0) {
									if (typeof data30.mig !== "boolean") {
										const err138 = {
											instancePath: instancePath + "/hardware/gpus/" + i1 + "/mig",
											schemaPath: "#/properties/hardware/properties/gpus/items/properties/mig/type",
											keyword: "type",
											params: { type: "boolean" },
											message: "must be boolean"
										};
										if (vErrors === null) vErrors = [err138];
										else vErrors.push(err138);
										errors++;
									}
								}
								if (data30.worked !== void 0) {
									if (typeof data30.worked !== "boolean") {
										const err139 = {
											instancePath: instancePath + "/hardware/gpus/" + i1 + "/worked",
											schemaPath: "#/properties/hardware/properties/gpus/items/properties/worked/type",
											keyword: "type",
											params: { type: "boolean" },
											message: "must be boolean"
										};
										if (vErrors === null) vErrors = [err139];
										else vErrors.push(err139);
										errors++;
									}
								}
								if (data30.metered !== void 0) {
									if (typeof data30.metered !== "boolean") {
										const err140 = {
											instancePath: instancePath + "/hardware/gpus/" + i1 + "/metered",
											schemaPath: "#/properties/hardware/properties/gpus/items/properties/metered/type",
											keyword: "type",
											params: { type: "boolean" },
											message: "must be boolean"
										};
										if (vErrors === null) vErrors = [err140];
										else vErrors.push(err140);
										errors++;
									}
								}
								if (data30.meter !== void 0) {
									let data41 = data30.meter;
									if (typeof data41 !== "string" && data41 !== null) {
										const err141 = {
											instancePath: instancePath + "/hardware/gpus/" + i1 + "/meter",
											schemaPath: "#/properties/hardware/properties/gpus/items/properties/meter/type",
											keyword: "type",
											params: { type: schema34.properties.hardware.properties.gpus.items.properties.meter.type },
											message: "must be string,null"
										};
										if (vErrors === null) vErrors = [err141];
										else vErrors.push(err141);
										errors++;
									}
									if (typeof data41 === "string") {
										if (func2(data41) > 64) {
											const err142 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/meter",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/meter/maxLength",
												keyword: "maxLength",
												params: { limit: 64 },
												message: "must NOT have more than 64 characters"
											};
											if (vErrors === null) vErrors = [err142];
											else vErrors.push(err142);
											errors++;
										}
									}
								}
								if (data30.cuda !== void 0) {
									let data42 = data30.cuda;
									if (typeof data42 !== "string" && data42 !== null) {
										const err143 = {
											instancePath: instancePath + "/hardware/gpus/" + i1 + "/cuda",
											schemaPath: "#/properties/hardware/properties/gpus/items/properties/cuda/type",
											keyword: "type",
											params: { type: schema34.properties.hardware.properties.gpus.items.properties.cuda.type },
											message: "must be string,null"
										};
										if (vErrors === null) vErrors = [err143];
										else vErrors.push(err143);
										errors++;
									}
									if (typeof data42 === "string") {
										if (func2(data42) > 32) {
											const err144 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/cuda",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/cuda/maxLength",
												keyword: "maxLength",
												params: { limit: 32 },
												message: "must NOT have more than 32 characters"
											};
											if (vErrors === null) vErrors = [err144];
											else vErrors.push(err144);
											errors++;
										}
									}
								}
								if (data30.ecc !== void 0) {
									let data43 = data30.ecc;
									if (typeof data43 !== "boolean" && data43 !== null) {
										const err145 = {
											instancePath: instancePath + "/hardware/gpus/" + i1 + "/ecc",
											schemaPath: "#/properties/hardware/properties/gpus/items/properties/ecc/type",
											keyword: "type",
											params: { type: schema34.properties.hardware.properties.gpus.items.properties.ecc.type },
											message: "must be boolean,null"
										};
										if (vErrors === null) vErrors = [err145];
										else vErrors.push(err145);
										errors++;
									}
								}
								if (data30.persistence !== void 0) {
									let data44 = data30.persistence;
									if (typeof data44 !== "boolean" && data44 !== null) {
										const err146 = {
											instancePath: instancePath + "/hardware/gpus/" + i1 + "/persistence",
											schemaPath: "#/properties/hardware/properties/gpus/items/properties/persistence/type",
											keyword: "type",
											params: { type: schema34.properties.hardware.properties.gpus.items.properties.persistence.type },
											message: "must be boolean,null"
										};
										if (vErrors === null) vErrors = [err146];
										else vErrors.push(err146);
										errors++;
									}
								}
								if (data30.clocks !== void 0) {
									let data45 = data30.clocks;
									if (data45 && typeof data45 == "object" && !Array.isArray(data45)) {
										if (data45.maximumSmMhz === void 0) {
											const err147 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/clocks",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/clocks/required",
												keyword: "required",
												params: { missingProperty: "maximumSmMhz" },
												message: "must have required property 'maximumSmMhz'"
											};
											if (vErrors === null) vErrors = [err147];
											else vErrors.push(err147);
											errors++;
										}
										if (data45.maximumMemoryMhz === void 0) {
											const err148 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/clocks",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/clocks/required",
												keyword: "required",
												params: { missingProperty: "maximumMemoryMhz" },
												message: "must have required property 'maximumMemoryMhz'"
											};
											if (vErrors === null) vErrors = [err148];
											else vErrors.push(err148);
											errors++;
										}
										if (data45.applicationSmMhz === void 0) {
											const err149 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/clocks",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/clocks/required",
												keyword: "required",
												params: { missingProperty: "applicationSmMhz" },
												message: "must have required property 'applicationSmMhz'"
											};
											if (vErrors === null) vErrors = [err149];
											else vErrors.push(err149);
											errors++;
										}
										if (data45.defaultApplicationSmMhz === void 0) {
											const err150 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/clocks",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/clocks/required",
												keyword: "required",
												params: { missingProperty: "defaultApplicationSmMhz" },
												message: "must have required property 'defaultApplicationSmMhz'"
											};
											if (vErrors === null) vErrors = [err150];
											else vErrors.push(err150);
											errors++;
										}
										for (const key7 in data45) if (!(key7 === "maximumSmMhz" || key7 === "maximumMemoryMhz" || key7 === "applicationSmMhz" || key7 === "defaultApplicationSmMhz")) {
											const err151 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/clocks",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/clocks/additionalProperties",
												keyword: "additionalProperties",
												params: { additionalProperty: key7 },
												message: "must NOT have additional properties"
											};
											if (vErrors === null) vErrors = [err151];
											else vErrors.push(err151);
											errors++;
										}
										if (data45.maximumSmMhz !== void 0) {
											let data46 = data45.maximumSmMhz;
											if (!(typeof data46 == "number" && !(data46 % 1) && !isNaN(data46) && isFinite(data46)) && data46 !== null) {
												const err152 = {
													instancePath: instancePath + "/hardware/gpus/" + i1 + "/clocks/maximumSmMhz",
													schemaPath: "#/properties/hardware/properties/gpus/items/properties/clocks/properties/maximumSmMhz/type",
													keyword: "type",
													params: { type: schema34.properties.hardware.properties.gpus.items.properties.clocks.properties.maximumSmMhz.type },
													message: "must be integer,null"
												};
												if (vErrors === null) vErrors = [err152];
												else vErrors.push(err152);
												errors++;
											}
											if (typeof data46 == "number" && isFinite(data46)) {
												if (data46 > 1e5 || isNaN(data46)) {
													const err153 = {
														instancePath: instancePath + "/hardware/gpus/" + i1 + "/clocks/maximumSmMhz",
														schemaPath: "#/properties/hardware/properties/gpus/items/properties/clocks/properties/maximumSmMhz/maximum",
														keyword: "maximum",
														params: {
															comparison: "<=",
															limit: 1e5
														},
														message: "must be <= 100000"
													};
													if (vErrors === null) vErrors = [err153];
													else vErrors.push(err153);
													errors++;
												}
												if (data46 < 0 || isNaN(data46)) {
													const err154 = {
														instancePath: instancePath + "/hardware/gpus/" + i1 + "/clocks/maximumSmMhz",
														schemaPath: "#/properties/hardware/properties/gpus/items/properties/clocks/properties/maximumSmMhz/minimum",
														keyword: "minimum",
														params: {
															comparison: ">=",
															limit: 0
														},
														message: "must be >= 0"
													};
													if (vErrors === null) vErrors = [err154];
													else vErrors.push(err154);
													errors++;
												}
											}
										}
										if (data45.maximumMemoryMhz !== void 0) {
											let data47 = data45.maximumMemoryMhz;
											if (!(typeof data47 == "number" && !(data47 % 1) && !isNaN(data47) && isFinite(data47)) && data47 !== null) {
												const err155 = {
													instancePath: instancePath + "/hardware/gpus/" + i1 + "/clocks/maximumMemoryMhz",
													schemaPath: "#/properties/hardware/properties/gpus/items/properties/clocks/properties/maximumMemoryMhz/type",
													keyword: "type",
													params: { type: schema34.properties.hardware.properties.gpus.items.properties.clocks.properties.maximumMemoryMhz.type },
													message: "must be integer,null"
												};
												if (vErrors === null) vErrors = [err155];
												else vErrors.push(err155);
												errors++;
											}
											if (typeof data47 == "number" && isFinite(data47)) {
												if (data47 > 1e5 || isNaN(data47)) {
													const err156 = {
														instancePath: instancePath + "/hardware/gpus/" + i1 + "/clocks/maximumMemoryMhz",
														schemaPath: "#/properties/hardware/properties/gpus/items/properties/clocks/properties/maximumMemoryMhz/maximum",
														keyword: "maximum",
														params: {
															comparison: "<=",
															limit: 1e5
														},
														message: "must be <= 100000"
													};
													if (vErrors === null) vErrors = [err156];
													else vErrors.push(err156);
													errors++;
												}
												if (data47 < 0 || isNaN(data47)) {
													const err157 = {
														instancePath: instancePath + "/hardware/gpus/" + i1 + "/clocks/maximumMemoryMhz",
														schemaPath: "#/properties/hardware/properties/gpus/items/properties/clocks/properties/maximumMemoryMhz/minimum",
														keyword: "minimum",
														params: {
															comparison: ">=",
															limit: 0
														},
														message: "must be >= 0"
													};
													if (vErrors === null) vErrors = [err157];
													else vErrors.push(err157);
													errors++;
												}
											}
										}
										if (data45.applicationSmMhz !== void 0) {
											let data48 = data45.applicationSmMhz;
											if (!(typeof data48 == "number" && !(data48 % 1) && !isNaN(data48) && isFinite(data48)) && data48 !== null) {
												const err158 = {
													instancePath: instancePath + "/hardware/gpus/" + i1 + "/clocks/applicationSmMhz",
													schemaPath: "#/properties/hardware/properties/gpus/items/properties/clocks/properties/applicationSmMhz/type",
													keyword: "type",
													params: { type: schema34.properties.hardware.properties.gpus.items.properties.clocks.properties.applicationSmMhz.type },
													message: "must be integer,null"
												};
												if (vErrors === null) vErrors = [err158];
												else vErrors.push(err158);
												errors++;
											}
											if (typeof data48 == "number" && isFinite(data48)) {
												if (data48 > 1e5 || isNaN(data48)) {
													const err159 = {
														instancePath: instancePath + "/hardware/gpus/" + i1 + "/clocks/applicationSmMhz",
														schemaPath: "#/properties/hardware/properties/gpus/items/properties/clocks/properties/applicationSmMhz/maximum",
														keyword: "maximum",
														params: {
															comparison: "<=",
															limit: 1e5
														},
														message: "must be <= 100000"
													};
													if (vErrors === null) vErrors = [err159];
													else vErrors.push(err159);
													errors++;
												}
												if (data48 < 0 || isNaN(data48)) {
													const err160 = {
														instancePath: instancePath + "/hardware/gpus/" + i1 + "/clocks/applicationSmMhz",
														schemaPath: "#/properties/hardware/properties/gpus/items/properties/clocks/properties/applicationSmMhz/minimum",
														keyword: "minimum",
														params: {
															comparison: ">=",
															limit: 0
														},
														message: "must be >= 0"
													};
													if (vErrors === null) vErrors = [err160];
													else vErrors.push(err160);
													errors++;
												}
											}
										}
										if (data45.defaultApplicationSmMhz !== void 0) {
											let data49 = data45.defaultApplicationSmMhz;
											if (!(typeof data49 == "number" && !(data49 % 1) && !isNaN(data49) && isFinite(data49)) && data49 !== null) {
												const err161 = {
													instancePath: instancePath + "/hardware/gpus/" + i1 + "/clocks/defaultApplicationSmMhz",
													schemaPath: "#/properties/hardware/properties/gpus/items/properties/clocks/properties/defaultApplicationSmMhz/type",
													keyword: "type",
													params: { type: schema34.properties.hardware.properties.gpus.items.properties.clocks.properties.defaultApplicationSmMhz.type },
													message: "must be integer,null"
												};
												if (vErrors === null) vErrors = [err161];
												else vErrors.push(err161);
												errors++;
											}
											if (typeof data49 == "number" && isFinite(data49)) {
												if (data49 > 1e5 || isNaN(data49)) {
													const err162 = {
														instancePath: instancePath + "/hardware/gpus/" + i1 + "/clocks/defaultApplicationSmMhz",
														schemaPath: "#/properties/hardware/properties/gpus/items/properties/clocks/properties/defaultApplicationSmMhz/maximum",
														keyword: "maximum",
														params: {
															comparison: "<=",
															limit: 1e5
														},
														message: "must be <= 100000"
													};
													if (vErrors === null) vErrors = [err162];
													else vErrors.push(err162);
													errors++;
												}
												if (data49 < 0 || isNaN(data49)) {
													const err163 = {
														instancePath: instancePath + "/hardware/gpus/" + i1 + "/clocks/defaultApplicationSmMhz",
														schemaPath: "#/properties/hardware/properties/gpus/items/properties/clocks/properties/defaultApplicationSmMhz/minimum",
														keyword: "minimum",
														params: {
															comparison: ">=",
															limit: 0
														},
														message: "must be >= 0"
													};
													if (vErrors === null) vErrors = [err163];
													else vErrors.push(err163);
													errors++;
												}
											}
										}
									} else {
										const err164 = {
											instancePath: instancePath + "/hardware/gpus/" + i1 + "/clocks",
											schemaPath: "#/properties/hardware/properties/gpus/items/properties/clocks/type",
											keyword: "type",
											params: { type: "object" },
											message: "must be object"
										};
										if (vErrors === null) vErrors = [err164];
										else vErrors.push(err164);
										errors++;
									}
								}
								if (data30.temperature !== void 0) {
									let data50 = data30.temperature;
									if (data50 && typeof data50 == "object" && !Array.isArray(data50)) {
										if (data50.startCelsius === void 0) {
											const err165 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/temperature",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/temperature/required",
												keyword: "required",
												params: { missingProperty: "startCelsius" },
												message: "must have required property 'startCelsius'"
											};
											if (vErrors === null) vErrors = [err165];
											else vErrors.push(err165);
											errors++;
										}
										if (data50.endCelsius === void 0) {
											const err166 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/temperature",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/temperature/required",
												keyword: "required",
												params: { missingProperty: "endCelsius" },
												message: "must have required property 'endCelsius'"
											};
											if (vErrors === null) vErrors = [err166];
											else vErrors.push(err166);
											errors++;
										}
										if (data50.maximumCelsius === void 0) {
											const err167 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/temperature",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/temperature/required",
												keyword: "required",
												params: { missingProperty: "maximumCelsius" },
												message: "must have required property 'maximumCelsius'"
											};
											if (vErrors === null) vErrors = [err167];
											else vErrors.push(err167);
											errors++;
										}
										for (const key8 in data50) if (!(key8 === "startCelsius" || key8 === "endCelsius" || key8 === "maximumCelsius")) {
											const err168 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/temperature",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/temperature/additionalProperties",
												keyword: "additionalProperties",
												params: { additionalProperty: key8 },
												message: "must NOT have additional properties"
											};
											if (vErrors === null) vErrors = [err168];
											else vErrors.push(err168);
											errors++;
										}
										if (data50.startCelsius !== void 0) {
											let data51 = data50.startCelsius;
											if (!(typeof data51 == "number" && isFinite(data51)) && data51 !== null) {
												const err169 = {
													instancePath: instancePath + "/hardware/gpus/" + i1 + "/temperature/startCelsius",
													schemaPath: "#/properties/hardware/properties/gpus/items/properties/temperature/properties/startCelsius/type",
													keyword: "type",
													params: { type: schema34.properties.hardware.properties.gpus.items.properties.temperature.properties.startCelsius.type },
													message: "must be number,null"
												};
												if (vErrors === null) vErrors = [err169];
												else vErrors.push(err169);
												errors++;
											}
											if (typeof data51 == "number" && isFinite(data51)) {
												if (data51 > 1e3 || isNaN(data51)) {
													const err170 = {
														instancePath: instancePath + "/hardware/gpus/" + i1 + "/temperature/startCelsius",
														schemaPath: "#/properties/hardware/properties/gpus/items/properties/temperature/properties/startCelsius/maximum",
														keyword: "maximum",
														params: {
															comparison: "<=",
															limit: 1e3
														},
														message: "must be <= 1000"
													};
													if (vErrors === null) vErrors = [err170];
													else vErrors.push(err170);
													errors++;
												}
												if (data51 < -100 || isNaN(data51)) {
													const err171 = {
														instancePath: instancePath + "/hardware/gpus/" + i1 + "/temperature/startCelsius",
														schemaPath: "#/properties/hardware/properties/gpus/items/properties/temperature/properties/startCelsius/minimum",
														keyword: "minimum",
														params: {
															comparison: ">=",
															limit: -100
														},
														message: "must be >= -100"
													};
													if (vErrors === null) vErrors = [err171];
													else vErrors.push(err171);
													errors++;
												}
											}
										}
										if (data50.endCelsius !== void 0) {
											let data52 = data50.endCelsius;
											if (!(typeof data52 == "number" && isFinite(data52)) && data52 !== null) {
												const err172 = {
													instancePath: instancePath + "/hardware/gpus/" + i1 + "/temperature/endCelsius",
													schemaPath: "#/properties/hardware/properties/gpus/items/properties/temperature/properties/endCelsius/type",
													keyword: "type",
													params: { type: schema34.properties.hardware.properties.gpus.items.properties.temperature.properties.endCelsius.type },
													message: "must be number,null"
												};
												if (vErrors === null) vErrors = [err172];
												else vErrors.push(err172);
												errors++;
											}
											if (typeof data52 == "number" && isFinite(data52)) {
												if (data52 > 1e3 || isNaN(data52)) {
													const err173 = {
														instancePath: instancePath + "/hardware/gpus/" + i1 + "/temperature/endCelsius",
														schemaPath: "#/properties/hardware/properties/gpus/items/properties/temperature/properties/endCelsius/maximum",
														keyword: "maximum",
														params: {
															comparison: "<=",
															limit: 1e3
														},
														message: "must be <= 1000"
													};
													if (vErrors === null) vErrors = [err173];
													else vErrors.push(err173);
													errors++;
												}
												if (data52 < -100 || isNaN(data52)) {
													const err174 = {
														instancePath: instancePath + "/hardware/gpus/" + i1 + "/temperature/endCelsius",
														schemaPath: "#/properties/hardware/properties/gpus/items/properties/temperature/properties/endCelsius/minimum",
														keyword: "minimum",
														params: {
															comparison: ">=",
															limit: -100
														},
														message: "must be >= -100"
													};
													if (vErrors === null) vErrors = [err174];
													else vErrors.push(err174);
													errors++;
												}
											}
										}
										if (data50.maximumCelsius !== void 0) {
											let data53 = data50.maximumCelsius;
											if (!(typeof data53 == "number" && isFinite(data53)) && data53 !== null) {
												const err175 = {
													instancePath: instancePath + "/hardware/gpus/" + i1 + "/temperature/maximumCelsius",
													schemaPath: "#/properties/hardware/properties/gpus/items/properties/temperature/properties/maximumCelsius/type",
													keyword: "type",
													params: { type: schema34.properties.hardware.properties.gpus.items.properties.temperature.properties.maximumCelsius.type },
													message: "must be number,null"
												};
												if (vErrors === null) vErrors = [err175];
												else vErrors.push(err175);
												errors++;
											}
											if (typeof data53 == "number" && isFinite(data53)) {
												if (data53 > 1e3 || isNaN(data53)) {
													const err176 = {
														instancePath: instancePath + "/hardware/gpus/" + i1 + "/temperature/maximumCelsius",
														schemaPath: "#/properties/hardware/properties/gpus/items/properties/temperature/properties/maximumCelsius/maximum",
														keyword: "maximum",
														params: {
															comparison: "<=",
															limit: 1e3
														},
														message: "must be <= 1000"
													};
													if (vErrors === null) vErrors = [err176];
													else vErrors.push(err176);
													errors++;
												}
												if (data53 < -100 || isNaN(data53)) {
													const err177 = {
														instancePath: instancePath + "/hardware/gpus/" + i1 + "/temperature/maximumCelsius",
														schemaPath: "#/properties/hardware/properties/gpus/items/properties/temperature/properties/maximumCelsius/minimum",
														keyword: "minimum",
														params: {
															comparison: ">=",
															limit: -100
														},
														message: "must be >= -100"
													};
													if (vErrors === null) vErrors = [err177];
													else vErrors.push(err177);
													errors++;
												}
											}
										}
									} else {
										const err178 = {
											instancePath: instancePath + "/hardware/gpus/" + i1 + "/temperature",
											schemaPath: "#/properties/hardware/properties/gpus/items/properties/temperature/type",
											keyword: "type",
											params: { type: "object" },
											message: "must be object"
										};
										if (vErrors === null) vErrors = [err178];
										else vErrors.push(err178);
										errors++;
									}
								}
								if (data30.during !== void 0) {
									let data54 = data30.during;
									if (data54 && typeof data54 == "object" && !Array.isArray(data54)) {
										if (data54.meanWatts === void 0) {
											const err179 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/during",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/during/required",
												keyword: "required",
												params: { missingProperty: "meanWatts" },
												message: "must have required property 'meanWatts'"
											};
											if (vErrors === null) vErrors = [err179];
											else vErrors.push(err179);
											errors++;
										}
										if (data54.meanUtilization === void 0) {
											const err180 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/during",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/during/required",
												keyword: "required",
												params: { missingProperty: "meanUtilization" },
												message: "must have required property 'meanUtilization'"
											};
											if (vErrors === null) vErrors = [err180];
											else vErrors.push(err180);
											errors++;
										}
										for (const key9 in data54) if (!(key9 === "meanWatts" || key9 === "meanUtilization")) {
											const err181 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/during",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/during/additionalProperties",
												keyword: "additionalProperties",
												params: { additionalProperty: key9 },
												message: "must NOT have additional properties"
											};
											if (vErrors === null) vErrors = [err181];
											else vErrors.push(err181);
											errors++;
										}
										if (data54.meanWatts !== void 0) {
											let data55 = data54.meanWatts;
											if (!(typeof data55 == "number" && isFinite(data55)) && data55 !== null) {
												const err182 = {
													instancePath: instancePath + "/hardware/gpus/" + i1 + "/during/meanWatts",
													schemaPath: "#/properties/hardware/properties/gpus/items/properties/during/properties/meanWatts/type",
													keyword: "type",
													params: { type: schema34.properties.hardware.properties.gpus.items.properties.during.properties.meanWatts.type },
													message: "must be number,null"
												};
												if (vErrors === null) vErrors = [err182];
												else vErrors.push(err182);
												errors++;
											}
											if (typeof data55 == "number" && isFinite(data55)) {
												if (data55 > 1e4 || isNaN(data55)) {
													const err183 = {
														instancePath: instancePath + "/hardware/gpus/" + i1 + "/during/meanWatts",
														schemaPath: "#/properties/hardware/properties/gpus/items/properties/during/properties/meanWatts/maximum",
														keyword: "maximum",
														params: {
															comparison: "<=",
															limit: 1e4
														},
														message: "must be <= 10000"
													};
													if (vErrors === null) vErrors = [err183];
													else vErrors.push(err183);
													errors++;
												}
												if (data55 < 0 || isNaN(data55)) {
													const err184 = {
														instancePath: instancePath + "/hardware/gpus/" + i1 + "/during/meanWatts",
														schemaPath: "#/properties/hardware/properties/gpus/items/properties/during/properties/meanWatts/minimum",
														keyword: "minimum",
														params: {
															comparison: ">=",
															limit: 0
														},
														message: "must be >= 0"
													};
													if (vErrors === null) vErrors = [err184];
													else vErrors.push(err184);
													errors++;
												}
											}
										}
										if (data54.meanUtilization !== void 0) {
											let data56 = data54.meanUtilization;
											if (!(typeof data56 == "number" && isFinite(data56)) && data56 !== null) {
												const err185 = {
													instancePath: instancePath + "/hardware/gpus/" + i1 + "/during/meanUtilization",
													schemaPath: "#/properties/hardware/properties/gpus/items/properties/during/properties/meanUtilization/type",
													keyword: "type",
													params: { type: schema34.properties.hardware.properties.gpus.items.properties.during.properties.meanUtilization.type },
													message: "must be number,null"
												};
												if (vErrors === null) vErrors = [err185];
												else vErrors.push(err185);
												errors++;
											}
											if (typeof data56 == "number" && isFinite(data56)) {
												if (data56 > 1 || isNaN(data56)) {
													const err186 = {
														instancePath: instancePath + "/hardware/gpus/" + i1 + "/during/meanUtilization",
														schemaPath: "#/properties/hardware/properties/gpus/items/properties/during/properties/meanUtilization/maximum",
														keyword: "maximum",
														params: {
															comparison: "<=",
															limit: 1
														},
														message: "must be <= 1"
													};
													if (vErrors === null) vErrors = [err186];
													else vErrors.push(err186);
													errors++;
												}
												if (data56 < 0 || isNaN(data56)) {
													const err187 = {
														instancePath: instancePath + "/hardware/gpus/" + i1 + "/during/meanUtilization",
														schemaPath: "#/properties/hardware/properties/gpus/items/properties/during/properties/meanUtilization/minimum",
														keyword: "minimum",
														params: {
															comparison: ">=",
															limit: 0
														},
														message: "must be >= 0"
													};
													if (vErrors === null) vErrors = [err187];
													else vErrors.push(err187);
													errors++;
												}
											}
										}
									} else {
										const err188 = {
											instancePath: instancePath + "/hardware/gpus/" + i1 + "/during",
											schemaPath: "#/properties/hardware/properties/gpus/items/properties/during/type",
											keyword: "type",
											params: { type: "object" },
											message: "must be object"
										};
										if (vErrors === null) vErrors = [err188];
										else vErrors.push(err188);
										errors++;
									}
								}
								if (data30.eventReasons !== void 0) {
									let data57 = data30.eventReasons;
									if (!Array.isArray(data57) && data57 !== null) {
										const err189 = {
											instancePath: instancePath + "/hardware/gpus/" + i1 + "/eventReasons",
											schemaPath: "#/properties/hardware/properties/gpus/items/properties/eventReasons/type",
											keyword: "type",
											params: { type: schema34.properties.hardware.properties.gpus.items.properties.eventReasons.type },
											message: "must be array,null"
										};
										if (vErrors === null) vErrors = [err189];
										else vErrors.push(err189);
										errors++;
									}
									if (Array.isArray(data57)) {
										if (data57.length > 16) {
											const err190 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/eventReasons",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/eventReasons/maxItems",
												keyword: "maxItems",
												params: { limit: 16 },
												message: "must NOT have more than 16 items"
											};
											if (vErrors === null) vErrors = [err190];
											else vErrors.push(err190);
											errors++;
										}
										const len2 = data57.length;
										for (let i2 = 0; i2 < len2; i2++) if (!validate96(data57[i2], {
											instancePath: instancePath + "/hardware/gpus/" + i1 + "/eventReasons/" + i2,
											parentData: data57,
											parentDataProperty: i2,
											rootData,
											dynamicAnchors
										})) {
											vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors);
											errors = vErrors.length;
										}
										let i3 = data57.length;
										let j0;
										if (i3 > 1) {
											outer0: for (; i3--;) for (j0 = i3; j0--;) if (func0(data57[i3], data57[j0])) {
												const err191 = {
													instancePath: instancePath + "/hardware/gpus/" + i1 + "/eventReasons",
													schemaPath: "#/properties/hardware/properties/gpus/items/properties/eventReasons/uniqueItems",
													keyword: "uniqueItems",
													params: {
														i: i3,
														j: j0
													},
													message: "must NOT have duplicate items (items ## " + j0 + " and " + i3 + " are identical)"
												};
												if (vErrors === null) vErrors = [err191];
												else vErrors.push(err191);
												errors++;
												break outer0;
											}
										}
									}
								}
								if (data30.foreignProcesses !== void 0) {
									let data59 = data30.foreignProcesses;
									if (!(typeof data59 == "number" && !(data59 % 1) && !isNaN(data59) && isFinite(data59)) && data59 !== null) {
										const err192 = {
											instancePath: instancePath + "/hardware/gpus/" + i1 + "/foreignProcesses",
											schemaPath: "#/properties/hardware/properties/gpus/items/properties/foreignProcesses/type",
											keyword: "type",
											params: { type: schema34.properties.hardware.properties.gpus.items.properties.foreignProcesses.type },
											message: "must be integer,null"
										};
										if (vErrors === null) vErrors = [err192];
										else vErrors.push(err192);
										errors++;
									}
									if (typeof data59 == "number" && isFinite(data59)) {
										if (data59 > 1e5 || isNaN(data59)) {
											const err193 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/foreignProcesses",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/foreignProcesses/maximum",
												keyword: "maximum",
												params: {
													comparison: "<=",
													limit: 1e5
												},
												message: "must be <= 100000"
											};
											if (vErrors === null) vErrors = [err193];
											else vErrors.push(err193);
											errors++;
										}
										if (data59 < 0 || isNaN(data59)) {
											const err194 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/foreignProcesses",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/foreignProcesses/minimum",
												keyword: "minimum",
												params: {
													comparison: ">=",
													limit: 0
												},
												message: "must be >= 0"
											};
											if (vErrors === null) vErrors = [err194];
											else vErrors.push(err194);
											errors++;
										}
									}
								}
								if (data30.foreignProcessesNote !== void 0) {
									let data60 = data30.foreignProcessesNote;
									if (typeof data60 !== "string" && data60 !== null) {
										const err195 = {
											instancePath: instancePath + "/hardware/gpus/" + i1 + "/foreignProcessesNote",
											schemaPath: "#/properties/hardware/properties/gpus/items/properties/foreignProcessesNote/type",
											keyword: "type",
											params: { type: schema34.properties.hardware.properties.gpus.items.properties.foreignProcessesNote.type },
											message: "must be string,null"
										};
										if (vErrors === null) vErrors = [err195];
										else vErrors.push(err195);
										errors++;
									}
									if (typeof data60 === "string") {
										if (func2(data60) > 400) {
											const err196 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/foreignProcessesNote",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/foreignProcessesNote/maxLength",
												keyword: "maxLength",
												params: { limit: 400 },
												message: "must NOT have more than 400 characters"
											};
											if (vErrors === null) vErrors = [err196];
											else vErrors.push(err196);
											errors++;
										}
									}
								}
								if (data30.after !== void 0) {
									let data61 = data30.after;
									const _errs131 = errors;
									let valid19 = false;
									let passing2 = null;
									const _errs132 = errors;
									if (data61 !== null) {
										const err197 = {
											instancePath: instancePath + "/hardware/gpus/" + i1 + "/after",
											schemaPath: "#/properties/hardware/properties/gpus/items/properties/after/oneOf/0/type",
											keyword: "type",
											params: { type: "null" },
											message: "must be null"
										};
										if (vErrors === null) vErrors = [err197];
										else vErrors.push(err197);
										errors++;
									}
									var _valid2 = _errs132 === errors;
									if (_valid2) {
										valid19 = true;
										passing2 = 0;
									}
									const _errs134 = errors;
									if (data61 && typeof data61 == "object" && !Array.isArray(data61)) {
										if (data61.powerLimitWatts === void 0) {
											const err198 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/after",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/after/oneOf/1/required",
												keyword: "required",
												params: { missingProperty: "powerLimitWatts" },
												message: "must have required property 'powerLimitWatts'"
											};
											if (vErrors === null) vErrors = [err198];
											else vErrors.push(err198);
											errors++;
										}
										if (data61.mig === void 0) {
											const err199 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/after",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/after/oneOf/1/required",
												keyword: "required",
												params: { missingProperty: "mig" },
												message: "must have required property 'mig'"
											};
											if (vErrors === null) vErrors = [err199];
											else vErrors.push(err199);
											errors++;
										}
										if (data61.ecc === void 0) {
											const err200 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/after",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/after/oneOf/1/required",
												keyword: "required",
												params: { missingProperty: "ecc" },
												message: "must have required property 'ecc'"
											};
											if (vErrors === null) vErrors = [err200];
											else vErrors.push(err200);
											errors++;
										}
										if (data61.persistence === void 0) {
											const err201 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/after",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/after/oneOf/1/required",
												keyword: "required",
												params: { missingProperty: "persistence" },
												message: "must have required property 'persistence'"
											};
											if (vErrors === null) vErrors = [err201];
											else vErrors.push(err201);
											errors++;
										}
										if (data61.applicationSmMhz === void 0) {
											const err202 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/after",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/after/oneOf/1/required",
												keyword: "required",
												params: { missingProperty: "applicationSmMhz" },
												message: "must have required property 'applicationSmMhz'"
											};
											if (vErrors === null) vErrors = [err202];
											else vErrors.push(err202);
											errors++;
										}
										if (data61.driver === void 0) {
											const err203 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/after",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/after/oneOf/1/required",
												keyword: "required",
												params: { missingProperty: "driver" },
												message: "must have required property 'driver'"
											};
											if (vErrors === null) vErrors = [err203];
											else vErrors.push(err203);
											errors++;
										}
										for (const key10 in data61) if (!(key10 === "powerLimitWatts" || key10 === "mig" || key10 === "ecc" || key10 === "persistence" || key10 === "applicationSmMhz" || key10 === "driver")) {
											const err204 = {
												instancePath: instancePath + "/hardware/gpus/" + i1 + "/after",
												schemaPath: "#/properties/hardware/properties/gpus/items/properties/after/oneOf/1/additionalProperties",
												keyword: "additionalProperties",
												params: { additionalProperty: key10 },
												message: "must NOT have additional properties"
											};
											if (vErrors === null) vErrors = [err204];
											else vErrors.push(err204);
											errors++;
										}
										if (data61.powerLimitWatts !== void 0) {
											let data62 = data61.powerLimitWatts;
											if (!(typeof data62 == "number" && isFinite(data62)) && data62 !== null) {
												const err205 = {
													instancePath: instancePath + "/hardware/gpus/" + i1 + "/after/powerLimitWatts",
													schemaPath: "#/properties/hardware/properties/gpus/items/properties/after/oneOf/1/properties/powerLimitWatts/type",
													keyword: "type",
													params: { type: schema34.properties.hardware.properties.gpus.items.properties.after.oneOf[1].properties.powerLimitWatts.type },
													message: "must be number,null"
												};
												if (vErrors === null) vErrors = [err205];
												else vErrors.push(err205);
												errors++;
											}
											if (typeof data62 == "number" && isFinite(data62)) {
												if (data62 > 1e4 || isNaN(data62)) {
													const err206 = {
														instancePath: instancePath + "/hardware/gpus/" + i1 + "/after/powerLimitWatts",
														schemaPath: "#/properties/hardware/properties/gpus/items/properties/after/oneOf/1/properties/powerLimitWatts/maximum",
														keyword: "maximum",
														params: {
															comparison: "<=",
															limit: 1e4
														},
														message: "must be <= 10000"
													};
													if (vErrors === null) vErrors = [err206];
													else vErrors.push(err206);
													errors++;
												}
												if (data62 < 1 || isNaN(data62)) {
													const err207 = {
														instancePath: instancePath + "/hardware/gpus/" + i1 + "/after/powerLimitWatts",
														schemaPath: "#/properties/hardware/properties/gpus/items/properties/after/oneOf/1/properties/powerLimitWatts/minimum",
														keyword: "minimum",
														params: {
															comparison: ">=",
															limit: 1
														},
														message: "must be >= 1"
													};
													if (vErrors === null) vErrors = [err207];
													else vErrors.push(err207);
													errors++;
												}
											}
										}
										if (data61.mig !== void 0) {
											if (typeof data61.mig !== "boolean") {
												const err208 = {
													instancePath: instancePath + "/hardware/gpus/" + i1 + "/after/mig",
													schemaPath: "#/properties/hardware/properties/gpus/items/properties/after/oneOf/1/properties/mig/type",
													keyword: "type",
													params: { type: "boolean" },
													message: "must be boolean"
												};
												if (vErrors === null) vErrors = [err208];
												else vErrors.push(err208);
												errors++;
											}
										}
										if (data61.ecc !== void 0) {
											let data64 = data61.ecc;
											if (typeof data64 !== "boolean" && data64 !== null) {
												const err209 = {
													instancePath: instancePath + "/hardware/gpus/" + i1 + "/after/ecc",
													schemaPath: "#/properties/hardware/properties/gpus/items/properties/after/oneOf/1/properties/ecc/type",
													keyword: "type",
													params: { type: schema34.properties.hardware.properties.gpus.items.properties.after.oneOf[1].properties.ecc.type },
													message: "must be boolean,null"
												};
												if (vErrors === null) vErrors = [err209];
												else vErrors.push(err209);
												errors++;
											}
										}
										if (data61.persistence !== void 0) {
											let data65 = data61.persistence;
											if (typeof data65 !== "boolean" && data65 !== null) {
												const err210 = {
													instancePath: instancePath + "/hardware/gpus/" + i1 + "/after/persistence",
													schemaPath: "#/properties/hardware/properties/gpus/items/properties/after/oneOf/1/properties/persistence/type",
													keyword: "type",
													params: { type: schema34.properties.hardware.properties.gpus.items.properties.after.oneOf[1].properties.persistence.type },
													message: "must be boolean,null"
												};
												if (vErrors === null) vErrors = [err210];
												else vErrors.push(err210);
												errors++;
											}
										}
										if (data61.applicationSmMhz !== void 0) {
											let data66 = data61.applicationSmMhz;
											if (!(typeof data66 == "number" && !(data66 % 1) && !isNaN(data66) && isFinite(data66)) && data66 !== null) {
												const err211 = {
													instancePath: instancePath + "/hardware/gpus/" + i1 + "/after/applicationSmMhz",
													schemaPath: "#/properties/hardware/properties/gpus/items/properties/after/oneOf/1/properties/applicationSmMhz/type",
													keyword: "type",
													params: { type: schema34.properties.hardware.properties.gpus.items.properties.after.oneOf[1].properties.applicationSmMhz.type },
													message: "must be integer,null"
												};
												if (vErrors === null) vErrors = [err211];
												else vErrors.push(err211);
												errors++;
											}
											if (typeof data66 == "number" && isFinite(data66)) {
												if (data66 > 1e5 || isNaN(data66)) {
													const err212 = {
														instancePath: instancePath + "/hardware/gpus/" + i1 + "/after/applicationSmMhz",
														schemaPath: "#/properties/hardware/properties/gpus/items/properties/after/oneOf/1/properties/applicationSmMhz/maximum",
														keyword: "maximum",
														params: {
															comparison: "<=",
															limit: 1e5
														},
														message: "must be <= 100000"
													};
													if (vErrors === null) vErrors = [err212];
													else vErrors.push(err212);
													errors++;
												}
												if (data66 < 0 || isNaN(data66)) {
													const err213 = {
														instancePath: instancePath + "/hardware/gpus/" + i1 + "/after/applicationSmMhz",
														schemaPath: "#/properties/hardware/properties/gpus/items/properties/after/oneOf/1/properties/applicationSmMhz/minimum",
														keyword: "minimum",
														params: {
															comparison: ">=",
															limit: 0
														},
														message: "must be >= 0"
													};
													if (vErrors === null) vErrors = [err213];
													else vErrors.push(err213);
													errors++;
												}
											}
										}
										if (data61.driver !== void 0) {
											let data67 = data61.driver;
											if (typeof data67 === "string") {
												if (func2(data67) > 64) {
													const err214 = {
														instancePath: instancePath + "/hardware/gpus/" + i1 + "/after/driver",
														schemaPath: "#/properties/hardware/properties/gpus/items/properties/after/oneOf/1/properties/driver/maxLength",
														keyword: "maxLength",
														params: { limit: 64 },
														message: "must NOT have more than 64 characters"
													};
													if (vErrors === null) vErrors = [err214];
													else vErrors.push(err214);
													errors++;
												}
											} else {
												const err215 = {
													instancePath: instancePath + "/hardware/gpus/" + i1 + "/after/driver",
													schemaPath: "#/properties/hardware/properties/gpus/items/properties/after/oneOf/1/properties/driver/type",
													keyword: "type",
													params: { type: "string" },
													message: "must be string"
												};
												if (vErrors === null) vErrors = [err215];
												else vErrors.push(err215);
												errors++;
											}
										}
									} else {
										const err216 = {
											instancePath: instancePath + "/hardware/gpus/" + i1 + "/after",
											schemaPath: "#/properties/hardware/properties/gpus/items/properties/after/oneOf/1/type",
											keyword: "type",
											params: { type: "object" },
											message: "must be object"
										};
										if (vErrors === null) vErrors = [err216];
										else vErrors.push(err216);
										errors++;
									}
									var _valid2 = _errs134 === errors;
									if (_valid2 && valid19) {
										valid19 = false;
										passing2 = [passing2, 1];
									} else if (_valid2) {
										valid19 = true;
										passing2 = 1;
									}
									if (!valid19) {
										const err217 = {
											instancePath: instancePath + "/hardware/gpus/" + i1 + "/after",
											schemaPath: "#/properties/hardware/properties/gpus/items/properties/after/oneOf",
											keyword: "oneOf",
											params: { passingSchemas: passing2 },
											message: "must match exactly one schema in oneOf"
										};
										if (vErrors === null) vErrors = [err217];
										else vErrors.push(err217);
										errors++;
									} else {
										errors = _errs131;
										if (vErrors !== null) {
											if (_errs131) vErrors.length = _errs131;
											else vErrors = null;
										}
									}
								}
							} else {
								const err218 = {
									instancePath: instancePath + "/hardware/gpus/" + i1,
									schemaPath: "#/properties/hardware/properties/gpus/items/type",
									keyword: "type",
									params: { type: "object" },
									message: "must be object"
								};
								if (vErrors === null) vErrors = [err218];
								else vErrors.push(err218);
								errors++;
							}
						}
					} else {
						const err219 = {
							instancePath: instancePath + "/hardware/gpus",
							schemaPath: "#/properties/hardware/properties/gpus/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array"
						};
						if (vErrors === null) vErrors = [err219];
						else vErrors.push(err219);
						errors++;
					}
				}
				if (data26.cpu !== void 0) {
					let data68 = data26.cpu;
					if (data68 && typeof data68 == "object" && !Array.isArray(data68)) {
						if (data68.model === void 0) {
							const err220 = {
								instancePath: instancePath + "/hardware/cpu",
								schemaPath: "#/properties/hardware/properties/cpu/required",
								keyword: "required",
								params: { missingProperty: "model" },
								message: "must have required property 'model'"
							};
							if (vErrors === null) vErrors = [err220];
							else vErrors.push(err220);
							errors++;
						}
						if (data68.logicalCores === void 0) {
							const err221 = {
								instancePath: instancePath + "/hardware/cpu",
								schemaPath: "#/properties/hardware/properties/cpu/required",
								keyword: "required",
								params: { missingProperty: "logicalCores" },
								message: "must have required property 'logicalCores'"
							};
							if (vErrors === null) vErrors = [err221];
							else vErrors.push(err221);
							errors++;
						}
						for (const key11 in data68) if (!(key11 === "model" || key11 === "logicalCores")) {
							const err222 = {
								instancePath: instancePath + "/hardware/cpu",
								schemaPath: "#/properties/hardware/properties/cpu/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key11 },
								message: "must NOT have additional properties"
							};
							if (vErrors === null) vErrors = [err222];
							else vErrors.push(err222);
							errors++;
						}
						if (data68.model !== void 0) {
							let data69 = data68.model;
							if (typeof data69 === "string") {
								if (func2(data69) > 200) {
									const err223 = {
										instancePath: instancePath + "/hardware/cpu/model",
										schemaPath: "#/properties/hardware/properties/cpu/properties/model/maxLength",
										keyword: "maxLength",
										params: { limit: 200 },
										message: "must NOT have more than 200 characters"
									};
									if (vErrors === null) vErrors = [err223];
									else vErrors.push(err223);
									errors++;
								}
							} else {
								const err224 = {
									instancePath: instancePath + "/hardware/cpu/model",
									schemaPath: "#/properties/hardware/properties/cpu/properties/model/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err224];
								else vErrors.push(err224);
								errors++;
							}
						}
						if (data68.logicalCores !== void 0) {
							let data70 = data68.logicalCores;
							if (!(typeof data70 == "number" && !(data70 % 1) && !isNaN(data70) && isFinite(data70))) {
								const err225 = {
									instancePath: instancePath + "/hardware/cpu/logicalCores",
									schemaPath: "#/properties/hardware/properties/cpu/properties/logicalCores/type",
									keyword: "type",
									params: { type: "integer" },
									message: "must be integer"
								};
								if (vErrors === null) vErrors = [err225];
								else vErrors.push(err225);
								errors++;
							}
							if (typeof data70 == "number" && isFinite(data70)) {
								if (data70 > 1e5 || isNaN(data70)) {
									const err226 = {
										instancePath: instancePath + "/hardware/cpu/logicalCores",
										schemaPath: "#/properties/hardware/properties/cpu/properties/logicalCores/maximum",
										keyword: "maximum",
										params: {
											comparison: "<=",
											limit: 1e5
										},
										message: "must be <= 100000"
									};
									if (vErrors === null) vErrors = [err226];
									else vErrors.push(err226);
									errors++;
								}
								if (data70 < 1 || isNaN(data70)) {
									const err227 = {
										instancePath: instancePath + "/hardware/cpu/logicalCores",
										schemaPath: "#/properties/hardware/properties/cpu/properties/logicalCores/minimum",
										keyword: "minimum",
										params: {
											comparison: ">=",
											limit: 1
										},
										message: "must be >= 1"
									};
									if (vErrors === null) vErrors = [err227];
									else vErrors.push(err227);
									errors++;
								}
							}
						}
					} else {
						const err228 = {
							instancePath: instancePath + "/hardware/cpu",
							schemaPath: "#/properties/hardware/properties/cpu/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object"
						};
						if (vErrors === null) vErrors = [err228];
						else vErrors.push(err228);
						errors++;
					}
				}
				if (data26.memoryBytes !== void 0) {
					let data71 = data26.memoryBytes;
					if (!(typeof data71 == "number" && !(data71 % 1) && !isNaN(data71) && isFinite(data71))) {
						const err229 = {
							instancePath: instancePath + "/hardware/memoryBytes",
							schemaPath: "#/properties/hardware/properties/memoryBytes/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err229];
						else vErrors.push(err229);
						errors++;
					}
					if (typeof data71 == "number" && isFinite(data71)) {
						if (data71 > 0x2386f26fc10000 || isNaN(data71)) {
							const err230 = {
								instancePath: instancePath + "/hardware/memoryBytes",
								schemaPath: "#/properties/hardware/properties/memoryBytes/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 0x2386f26fc10000
								},
								message: "must be <= 10000000000000000"
							};
							if (vErrors === null) vErrors = [err230];
							else vErrors.push(err230);
							errors++;
						}
						if (data71 < 1 || isNaN(data71)) {
							const err231 = {
								instancePath: instancePath + "/hardware/memoryBytes",
								schemaPath: "#/properties/hardware/properties/memoryBytes/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1"
							};
							if (vErrors === null) vErrors = [err231];
							else vErrors.push(err231);
							errors++;
						}
					}
				}
				if (data26.os !== void 0) {
					let data72 = data26.os;
					if (typeof data72 === "string") {
						if (func2(data72) > 120) {
							const err232 = {
								instancePath: instancePath + "/hardware/os",
								schemaPath: "#/properties/hardware/properties/os/maxLength",
								keyword: "maxLength",
								params: { limit: 120 },
								message: "must NOT have more than 120 characters"
							};
							if (vErrors === null) vErrors = [err232];
							else vErrors.push(err232);
							errors++;
						}
					} else {
						const err233 = {
							instancePath: instancePath + "/hardware/os",
							schemaPath: "#/properties/hardware/properties/os/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err233];
						else vErrors.push(err233);
						errors++;
					}
				}
			} else {
				const err234 = {
					instancePath: instancePath + "/hardware",
					schemaPath: "#/properties/hardware/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err234];
				else vErrors.push(err234);
				errors++;
			}
		}
		if (data.meters !== void 0) {
			let data73 = data.meters;
			if (Array.isArray(data73)) {
				if (data73.length > 64) {
					const err235 = {
						instancePath: instancePath + "/meters",
						schemaPath: "#/properties/meters/maxItems",
						keyword: "maxItems",
						params: { limit: 64 },
						message: "must NOT have more than 64 items"
					};
					if (vErrors === null) vErrors = [err235];
					else vErrors.push(err235);
					errors++;
				}
				if (data73.length < 1) {
					const err236 = {
						instancePath: instancePath + "/meters",
						schemaPath: "#/properties/meters/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items"
					};
					if (vErrors === null) vErrors = [err236];
					else vErrors.push(err236);
					errors++;
				}
				const len3 = data73.length;
				for (let i4 = 0; i4 < len3; i4++) if (!validate98(data73[i4], {
					instancePath: instancePath + "/meters/" + i4,
					parentData: data73,
					parentDataProperty: i4,
					rootData,
					dynamicAnchors
				})) {
					vErrors = vErrors === null ? validate98.errors : vErrors.concat(validate98.errors);
					errors = vErrors.length;
				}
			} else {
				const err237 = {
					instancePath: instancePath + "/meters",
					schemaPath: "#/properties/meters/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err237];
				else vErrors.push(err237);
				errors++;
			}
		}
		if (data.model !== void 0) {
			let data75 = data.model;
			if (data75 && typeof data75 == "object" && !Array.isArray(data75)) {
				if (data75.revision === void 0) {
					const err238 = {
						instancePath: instancePath + "/model",
						schemaPath: "#/properties/model/required",
						keyword: "required",
						params: { missingProperty: "revision" },
						message: "must have required property 'revision'"
					};
					if (vErrors === null) vErrors = [err238];
					else vErrors.push(err238);
					errors++;
				}
				if (data75.filesSha256 === void 0) {
					const err239 = {
						instancePath: instancePath + "/model",
						schemaPath: "#/properties/model/required",
						keyword: "required",
						params: { missingProperty: "filesSha256" },
						message: "must have required property 'filesSha256'"
					};
					if (vErrors === null) vErrors = [err239];
					else vErrors.push(err239);
					errors++;
				}
				if (data75.bytes === void 0) {
					const err240 = {
						instancePath: instancePath + "/model",
						schemaPath: "#/properties/model/required",
						keyword: "required",
						params: { missingProperty: "bytes" },
						message: "must have required property 'bytes'"
					};
					if (vErrors === null) vErrors = [err240];
					else vErrors.push(err240);
					errors++;
				}
				if (data75.parameters === void 0) {
					const err241 = {
						instancePath: instancePath + "/model",
						schemaPath: "#/properties/model/required",
						keyword: "required",
						params: { missingProperty: "parameters" },
						message: "must have required property 'parameters'"
					};
					if (vErrors === null) vErrors = [err241];
					else vErrors.push(err241);
					errors++;
				}
				if (data75.precision === void 0) {
					const err242 = {
						instancePath: instancePath + "/model",
						schemaPath: "#/properties/model/required",
						keyword: "required",
						params: { missingProperty: "precision" },
						message: "must have required property 'precision'"
					};
					if (vErrors === null) vErrors = [err242];
					else vErrors.push(err242);
					errors++;
				}
				for (const key12 in data75) if (!(key12 === "revision" || key12 === "filesSha256" || key12 === "bytes" || key12 === "parameters" || key12 === "precision" || key12 === "license")) {
					const err243 = {
						instancePath: instancePath + "/model",
						schemaPath: "#/properties/model/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key12 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err243];
					else vErrors.push(err243);
					errors++;
				}
				if (data75.revision !== void 0) {
					if (!validate88(data75.revision, {
						instancePath: instancePath + "/model/revision",
						parentData: data75,
						parentDataProperty: "revision",
						rootData,
						dynamicAnchors
					})) {
						vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
						errors = vErrors.length;
					}
				}
				if (data75.filesSha256 !== void 0) {
					let data77 = data75.filesSha256;
					const _errs168 = errors;
					let valid25 = false;
					let passing3 = null;
					const _errs169 = errors;
					if (data77 !== null) {
						const err244 = {
							instancePath: instancePath + "/model/filesSha256",
							schemaPath: "#/properties/model/properties/filesSha256/oneOf/0/type",
							keyword: "type",
							params: { type: "null" },
							message: "must be null"
						};
						if (vErrors === null) vErrors = [err244];
						else vErrors.push(err244);
						errors++;
					}
					var _valid3 = _errs169 === errors;
					if (_valid3) {
						valid25 = true;
						passing3 = 0;
					}
					const _errs171 = errors;
					if (!validate91(data77, {
						instancePath: instancePath + "/model/filesSha256",
						parentData: data75,
						parentDataProperty: "filesSha256",
						rootData,
						dynamicAnchors
					})) {
						vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
						errors = vErrors.length;
					}
					var _valid3 = _errs171 === errors;
					if (_valid3 && valid25) {
						valid25 = false;
						passing3 = [passing3, 1];
					} else if (_valid3) {
						valid25 = true;
						passing3 = 1;
					}
					if (!valid25) {
						const err245 = {
							instancePath: instancePath + "/model/filesSha256",
							schemaPath: "#/properties/model/properties/filesSha256/oneOf",
							keyword: "oneOf",
							params: { passingSchemas: passing3 },
							message: "must match exactly one schema in oneOf"
						};
						if (vErrors === null) vErrors = [err245];
						else vErrors.push(err245);
						errors++;
					} else {
						errors = _errs168;
						if (vErrors !== null) {
							if (_errs168) vErrors.length = _errs168;
							else vErrors = null;
						}
					}
				}
				if (data75.bytes !== void 0) {
					let data78 = data75.bytes;
					if (!(typeof data78 == "number" && !(data78 % 1) && !isNaN(data78) && isFinite(data78)) && data78 !== null) {
						const err246 = {
							instancePath: instancePath + "/model/bytes",
							schemaPath: "#/properties/model/properties/bytes/type",
							keyword: "type",
							params: { type: schema34.properties.model.properties.bytes.type },
							message: "must be integer,null"
						};
						if (vErrors === null) vErrors = [err246];
						else vErrors.push(err246);
						errors++;
					}
					if (typeof data78 == "number" && isFinite(data78)) {
						if (data78 > 0x2386f26fc10000 || isNaN(data78)) {
							const err247 = {
								instancePath: instancePath + "/model/bytes",
								schemaPath: "#/properties/model/properties/bytes/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 0x2386f26fc10000
								},
								message: "must be <= 10000000000000000"
							};
							if (vErrors === null) vErrors = [err247];
							else vErrors.push(err247);
							errors++;
						}
						if (data78 < 1 || isNaN(data78)) {
							const err248 = {
								instancePath: instancePath + "/model/bytes",
								schemaPath: "#/properties/model/properties/bytes/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1"
							};
							if (vErrors === null) vErrors = [err248];
							else vErrors.push(err248);
							errors++;
						}
					}
				}
				if (data75.parameters !== void 0) {
					let data79 = data75.parameters;
					if (!(typeof data79 == "number" && !(data79 % 1) && !isNaN(data79) && isFinite(data79)) && data79 !== null) {
						const err249 = {
							instancePath: instancePath + "/model/parameters",
							schemaPath: "#/properties/model/properties/parameters/type",
							keyword: "type",
							params: { type: schema34.properties.model.properties.parameters.type },
							message: "must be integer,null"
						};
						if (vErrors === null) vErrors = [err249];
						else vErrors.push(err249);
						errors++;
					}
					if (typeof data79 == "number" && isFinite(data79)) {
						if (data79 > 0x5af3107a4000 || isNaN(data79)) {
							const err250 = {
								instancePath: instancePath + "/model/parameters",
								schemaPath: "#/properties/model/properties/parameters/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 0x5af3107a4000
								},
								message: "must be <= 100000000000000"
							};
							if (vErrors === null) vErrors = [err250];
							else vErrors.push(err250);
							errors++;
						}
						if (data79 < 1 || isNaN(data79)) {
							const err251 = {
								instancePath: instancePath + "/model/parameters",
								schemaPath: "#/properties/model/properties/parameters/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1"
							};
							if (vErrors === null) vErrors = [err251];
							else vErrors.push(err251);
							errors++;
						}
					}
				}
				if (data75.precision !== void 0) {
					if (!validate104(data75.precision, {
						instancePath: instancePath + "/model/precision",
						parentData: data75,
						parentDataProperty: "precision",
						rootData,
						dynamicAnchors
					})) {
						vErrors = vErrors === null ? validate104.errors : vErrors.concat(validate104.errors);
						errors = vErrors.length;
					}
				}
				if (data75.license !== void 0) {
					let data81 = data75.license;
					if (typeof data81 !== "string" && data81 !== null) {
						const err252 = {
							instancePath: instancePath + "/model/license",
							schemaPath: "#/properties/model/properties/license/type",
							keyword: "type",
							params: { type: schema34.properties.model.properties.license.type },
							message: "must be string,null"
						};
						if (vErrors === null) vErrors = [err252];
						else vErrors.push(err252);
						errors++;
					}
					if (typeof data81 === "string") {
						if (func2(data81) > 64) {
							const err253 = {
								instancePath: instancePath + "/model/license",
								schemaPath: "#/properties/model/properties/license/maxLength",
								keyword: "maxLength",
								params: { limit: 64 },
								message: "must NOT have more than 64 characters"
							};
							if (vErrors === null) vErrors = [err253];
							else vErrors.push(err253);
							errors++;
						}
						if (!pattern18.test(data81)) {
							const err254 = {
								instancePath: instancePath + "/model/license",
								schemaPath: "#/properties/model/properties/license/pattern",
								keyword: "pattern",
								params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._+-]*(?: [A-Za-z0-9][A-Za-z0-9._+-]*)*$" },
								message: "must match pattern \"^[A-Za-z0-9][A-Za-z0-9._+-]*(?: [A-Za-z0-9][A-Za-z0-9._+-]*)*$\""
							};
							if (vErrors === null) vErrors = [err254];
							else vErrors.push(err254);
							errors++;
						}
					}
				}
			} else {
				const err255 = {
					instancePath: instancePath + "/model",
					schemaPath: "#/properties/model/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err255];
				else vErrors.push(err255);
				errors++;
			}
		}
		if (data.dataset !== void 0) {
			let data82 = data.dataset;
			if (data82 && typeof data82 == "object" && !Array.isArray(data82)) {
				if (data82.rows === void 0) {
					const err256 = {
						instancePath: instancePath + "/dataset",
						schemaPath: "#/properties/dataset/required",
						keyword: "required",
						params: { missingProperty: "rows" },
						message: "must have required property 'rows'"
					};
					if (vErrors === null) vErrors = [err256];
					else vErrors.push(err256);
					errors++;
				}
				if (data82.rowsSha256 === void 0) {
					const err257 = {
						instancePath: instancePath + "/dataset",
						schemaPath: "#/properties/dataset/required",
						keyword: "required",
						params: { missingProperty: "rowsSha256" },
						message: "must have required property 'rowsSha256'"
					};
					if (vErrors === null) vErrors = [err257];
					else vErrors.push(err257);
					errors++;
				}
				for (const key13 in data82) if (!(key13 === "rows" || key13 === "rowsSha256")) {
					const err258 = {
						instancePath: instancePath + "/dataset",
						schemaPath: "#/properties/dataset/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key13 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err258];
					else vErrors.push(err258);
					errors++;
				}
				if (data82.rows !== void 0) {
					let data83 = data82.rows;
					if (!(typeof data83 == "number" && !(data83 % 1) && !isNaN(data83) && isFinite(data83))) {
						const err259 = {
							instancePath: instancePath + "/dataset/rows",
							schemaPath: "#/properties/dataset/properties/rows/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err259];
						else vErrors.push(err259);
						errors++;
					}
					if (typeof data83 == "number" && isFinite(data83)) {
						if (data83 > 1e6 || isNaN(data83)) {
							const err260 = {
								instancePath: instancePath + "/dataset/rows",
								schemaPath: "#/properties/dataset/properties/rows/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 1e6
								},
								message: "must be <= 1000000"
							};
							if (vErrors === null) vErrors = [err260];
							else vErrors.push(err260);
							errors++;
						}
						if (data83 < 1 || isNaN(data83)) {
							const err261 = {
								instancePath: instancePath + "/dataset/rows",
								schemaPath: "#/properties/dataset/properties/rows/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1"
							};
							if (vErrors === null) vErrors = [err261];
							else vErrors.push(err261);
							errors++;
						}
					}
				}
				if (data82.rowsSha256 !== void 0) {
					if (!validate91(data82.rowsSha256, {
						instancePath: instancePath + "/dataset/rowsSha256",
						parentData: data82,
						parentDataProperty: "rowsSha256",
						rootData,
						dynamicAnchors
					})) {
						vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
						errors = vErrors.length;
					}
				}
			} else {
				const err262 = {
					instancePath: instancePath + "/dataset",
					schemaPath: "#/properties/dataset/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err262];
				else vErrors.push(err262);
				errors++;
			}
		}
		if (data.warmUp !== void 0) {
			let data85 = data.warmUp;
			if (data85 && typeof data85 == "object" && !Array.isArray(data85)) {
				if (data85.queries === void 0) {
					const err263 = {
						instancePath: instancePath + "/warmUp",
						schemaPath: "#/properties/warmUp/required",
						keyword: "required",
						params: { missingProperty: "queries" },
						message: "must have required property 'queries'"
					};
					if (vErrors === null) vErrors = [err263];
					else vErrors.push(err263);
					errors++;
				}
				if (data85.seconds === void 0) {
					const err264 = {
						instancePath: instancePath + "/warmUp",
						schemaPath: "#/properties/warmUp/required",
						keyword: "required",
						params: { missingProperty: "seconds" },
						message: "must have required property 'seconds'"
					};
					if (vErrors === null) vErrors = [err264];
					else vErrors.push(err264);
					errors++;
				}
				if (data85.plateau === void 0) {
					const err265 = {
						instancePath: instancePath + "/warmUp",
						schemaPath: "#/properties/warmUp/required",
						keyword: "required",
						params: { missingProperty: "plateau" },
						message: "must have required property 'plateau'"
					};
					if (vErrors === null) vErrors = [err265];
					else vErrors.push(err265);
					errors++;
				}
				for (const key14 in data85) if (!(key14 === "queries" || key14 === "seconds" || key14 === "plateau")) {
					const err266 = {
						instancePath: instancePath + "/warmUp",
						schemaPath: "#/properties/warmUp/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key14 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err266];
					else vErrors.push(err266);
					errors++;
				}
				if (data85.queries !== void 0) {
					let data86 = data85.queries;
					if (!(typeof data86 == "number" && !(data86 % 1) && !isNaN(data86) && isFinite(data86))) {
						const err267 = {
							instancePath: instancePath + "/warmUp/queries",
							schemaPath: "#/properties/warmUp/properties/queries/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err267];
						else vErrors.push(err267);
						errors++;
					}
					if (typeof data86 == "number" && isFinite(data86)) {
						if (data86 > 1e9 || isNaN(data86)) {
							const err268 = {
								instancePath: instancePath + "/warmUp/queries",
								schemaPath: "#/properties/warmUp/properties/queries/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 1e9
								},
								message: "must be <= 1000000000"
							};
							if (vErrors === null) vErrors = [err268];
							else vErrors.push(err268);
							errors++;
						}
						if (data86 < 0 || isNaN(data86)) {
							const err269 = {
								instancePath: instancePath + "/warmUp/queries",
								schemaPath: "#/properties/warmUp/properties/queries/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err269];
							else vErrors.push(err269);
							errors++;
						}
					}
				}
				if (data85.seconds !== void 0) {
					let data87 = data85.seconds;
					if (typeof data87 == "number" && isFinite(data87)) {
						if (data87 > 1e6 || isNaN(data87)) {
							const err270 = {
								instancePath: instancePath + "/warmUp/seconds",
								schemaPath: "#/properties/warmUp/properties/seconds/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 1e6
								},
								message: "must be <= 1000000"
							};
							if (vErrors === null) vErrors = [err270];
							else vErrors.push(err270);
							errors++;
						}
						if (data87 < 0 || isNaN(data87)) {
							const err271 = {
								instancePath: instancePath + "/warmUp/seconds",
								schemaPath: "#/properties/warmUp/properties/seconds/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err271];
							else vErrors.push(err271);
							errors++;
						}
					} else {
						const err272 = {
							instancePath: instancePath + "/warmUp/seconds",
							schemaPath: "#/properties/warmUp/properties/seconds/type",
							keyword: "type",
							params: { type: "number" },
							message: "must be number"
						};
						if (vErrors === null) vErrors = [err272];
						else vErrors.push(err272);
						errors++;
					}
				}
				if (data85.plateau !== void 0) {
					let data88 = data85.plateau;
					if (typeof data88 !== "boolean" && data88 !== null) {
						const err273 = {
							instancePath: instancePath + "/warmUp/plateau",
							schemaPath: "#/properties/warmUp/properties/plateau/type",
							keyword: "type",
							params: { type: schema34.properties.warmUp.properties.plateau.type },
							message: "must be boolean,null"
						};
						if (vErrors === null) vErrors = [err273];
						else vErrors.push(err273);
						errors++;
					}
				}
			} else {
				const err274 = {
					instancePath: instancePath + "/warmUp",
					schemaPath: "#/properties/warmUp/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err274];
				else vErrors.push(err274);
				errors++;
			}
		}
		if (data.loadModelSeconds !== void 0) {
			let data89 = data.loadModelSeconds;
			if (typeof data89 == "number" && isFinite(data89)) {
				if (data89 > 1e6 || isNaN(data89)) {
					const err275 = {
						instancePath: instancePath + "/loadModelSeconds",
						schemaPath: "#/properties/loadModelSeconds/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 1e6
						},
						message: "must be <= 1000000"
					};
					if (vErrors === null) vErrors = [err275];
					else vErrors.push(err275);
					errors++;
				}
				if (data89 < 0 || isNaN(data89)) {
					const err276 = {
						instancePath: instancePath + "/loadModelSeconds",
						schemaPath: "#/properties/loadModelSeconds/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0"
					};
					if (vErrors === null) vErrors = [err276];
					else vErrors.push(err276);
					errors++;
				}
			} else {
				const err277 = {
					instancePath: instancePath + "/loadModelSeconds",
					schemaPath: "#/properties/loadModelSeconds/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number"
				};
				if (vErrors === null) vErrors = [err277];
				else vErrors.push(err277);
				errors++;
			}
		}
		if (data.prefill !== void 0) {
			let data90 = data.prefill;
			const _errs197 = errors;
			let valid28 = false;
			let passing4 = null;
			const _errs198 = errors;
			if (data90 !== null) {
				const err278 = {
					instancePath: instancePath + "/prefill",
					schemaPath: "#/properties/prefill/oneOf/0/type",
					keyword: "type",
					params: { type: "null" },
					message: "must be null"
				};
				if (vErrors === null) vErrors = [err278];
				else vErrors.push(err278);
				errors++;
			}
			var _valid4 = _errs198 === errors;
			if (_valid4) {
				valid28 = true;
				passing4 = 0;
			}
			const _errs200 = errors;
			if (!validate107(data90, {
				instancePath: instancePath + "/prefill",
				parentData: data,
				parentDataProperty: "prefill",
				rootData,
				dynamicAnchors
			})) {
				vErrors = vErrors === null ? validate107.errors : vErrors.concat(validate107.errors);
				errors = vErrors.length;
			}
			var _valid4 = _errs200 === errors;
			if (_valid4 && valid28) {
				valid28 = false;
				passing4 = [passing4, 1];
			} else if (_valid4) {
				valid28 = true;
				passing4 = 1;
			}
			if (!valid28) {
				const err279 = {
					instancePath: instancePath + "/prefill",
					schemaPath: "#/properties/prefill/oneOf",
					keyword: "oneOf",
					params: { passingSchemas: passing4 },
					message: "must match exactly one schema in oneOf"
				};
				if (vErrors === null) vErrors = [err279];
				else vErrors.push(err279);
				errors++;
			} else {
				errors = _errs197;
				if (vErrors !== null) {
					if (_errs197) vErrors.length = _errs197;
					else vErrors = null;
				}
			}
		}
		if (data.runs !== void 0) {
			let data91 = data.runs;
			if (Array.isArray(data91)) {
				if (data91.length > 100) {
					const err280 = {
						instancePath: instancePath + "/runs",
						schemaPath: "#/properties/runs/maxItems",
						keyword: "maxItems",
						params: { limit: 100 },
						message: "must NOT have more than 100 items"
					};
					if (vErrors === null) vErrors = [err280];
					else vErrors.push(err280);
					errors++;
				}
				if (data91.length < 1) {
					const err281 = {
						instancePath: instancePath + "/runs",
						schemaPath: "#/properties/runs/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items"
					};
					if (vErrors === null) vErrors = [err281];
					else vErrors.push(err281);
					errors++;
				}
				const len4 = data91.length;
				for (let i5 = 0; i5 < len4; i5++) if (!validate111(data91[i5], {
					instancePath: instancePath + "/runs/" + i5,
					parentData: data91,
					parentDataProperty: i5,
					rootData,
					dynamicAnchors
				})) {
					vErrors = vErrors === null ? validate111.errors : vErrors.concat(validate111.errors);
					errors = vErrors.length;
				}
			} else {
				const err282 = {
					instancePath: instancePath + "/runs",
					schemaPath: "#/properties/runs/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err282];
				else vErrors.push(err282);
				errors++;
			}
		}
		if (data.pauses !== void 0) {
			let data93 = data.pauses;
			if (Array.isArray(data93)) {
				if (data93.length > 100) {
					const err283 = {
						instancePath: instancePath + "/pauses",
						schemaPath: "#/properties/pauses/maxItems",
						keyword: "maxItems",
						params: { limit: 100 },
						message: "must NOT have more than 100 items"
					};
					if (vErrors === null) vErrors = [err283];
					else vErrors.push(err283);
					errors++;
				}
				if (data93.length < 1) {
					const err284 = {
						instancePath: instancePath + "/pauses",
						schemaPath: "#/properties/pauses/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items"
					};
					if (vErrors === null) vErrors = [err284];
					else vErrors.push(err284);
					errors++;
				}
				const len5 = data93.length;
				for (let i6 = 0; i6 < len5; i6++) {
					let data94 = data93[i6];
					if (data94 && typeof data94 == "object" && !Array.isArray(data94)) {
						if (data94.afterRun === void 0) {
							const err285 = {
								instancePath: instancePath + "/pauses/" + i6,
								schemaPath: "#/properties/pauses/items/required",
								keyword: "required",
								params: { missingProperty: "afterRun" },
								message: "must have required property 'afterRun'"
							};
							if (vErrors === null) vErrors = [err285];
							else vErrors.push(err285);
							errors++;
						}
						if (data94.startSeconds === void 0) {
							const err286 = {
								instancePath: instancePath + "/pauses/" + i6,
								schemaPath: "#/properties/pauses/items/required",
								keyword: "required",
								params: { missingProperty: "startSeconds" },
								message: "must have required property 'startSeconds'"
							};
							if (vErrors === null) vErrors = [err286];
							else vErrors.push(err286);
							errors++;
						}
						if (data94.endSeconds === void 0) {
							const err287 = {
								instancePath: instancePath + "/pauses/" + i6,
								schemaPath: "#/properties/pauses/items/required",
								keyword: "required",
								params: { missingProperty: "endSeconds" },
								message: "must have required property 'endSeconds'"
							};
							if (vErrors === null) vErrors = [err287];
							else vErrors.push(err287);
							errors++;
						}
						if (data94.reason === void 0) {
							const err288 = {
								instancePath: instancePath + "/pauses/" + i6,
								schemaPath: "#/properties/pauses/items/required",
								keyword: "required",
								params: { missingProperty: "reason" },
								message: "must have required property 'reason'"
							};
							if (vErrors === null) vErrors = [err288];
							else vErrors.push(err288);
							errors++;
						}
						for (const key15 in data94) if (!(key15 === "afterRun" || key15 === "startSeconds" || key15 === "endSeconds" || key15 === "reason")) {
							const err289 = {
								instancePath: instancePath + "/pauses/" + i6,
								schemaPath: "#/properties/pauses/items/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key15 },
								message: "must NOT have additional properties"
							};
							if (vErrors === null) vErrors = [err289];
							else vErrors.push(err289);
							errors++;
						}
						if (data94.afterRun !== void 0) {
							let data95 = data94.afterRun;
							if (!(typeof data95 == "number" && !(data95 % 1) && !isNaN(data95) && isFinite(data95))) {
								const err290 = {
									instancePath: instancePath + "/pauses/" + i6 + "/afterRun",
									schemaPath: "#/properties/pauses/items/properties/afterRun/type",
									keyword: "type",
									params: { type: "integer" },
									message: "must be integer"
								};
								if (vErrors === null) vErrors = [err290];
								else vErrors.push(err290);
								errors++;
							}
							if (typeof data95 == "number" && isFinite(data95)) {
								if (data95 > 99 || isNaN(data95)) {
									const err291 = {
										instancePath: instancePath + "/pauses/" + i6 + "/afterRun",
										schemaPath: "#/properties/pauses/items/properties/afterRun/maximum",
										keyword: "maximum",
										params: {
											comparison: "<=",
											limit: 99
										},
										message: "must be <= 99"
									};
									if (vErrors === null) vErrors = [err291];
									else vErrors.push(err291);
									errors++;
								}
								if (data95 < 0 || isNaN(data95)) {
									const err292 = {
										instancePath: instancePath + "/pauses/" + i6 + "/afterRun",
										schemaPath: "#/properties/pauses/items/properties/afterRun/minimum",
										keyword: "minimum",
										params: {
											comparison: ">=",
											limit: 0
										},
										message: "must be >= 0"
									};
									if (vErrors === null) vErrors = [err292];
									else vErrors.push(err292);
									errors++;
								}
							}
						}
						if (data94.startSeconds !== void 0) {
							let data96 = data94.startSeconds;
							if (typeof data96 == "number" && isFinite(data96)) {
								if (data96 > 1e7 || isNaN(data96)) {
									const err293 = {
										instancePath: instancePath + "/pauses/" + i6 + "/startSeconds",
										schemaPath: "#/properties/pauses/items/properties/startSeconds/maximum",
										keyword: "maximum",
										params: {
											comparison: "<=",
											limit: 1e7
										},
										message: "must be <= 10000000"
									};
									if (vErrors === null) vErrors = [err293];
									else vErrors.push(err293);
									errors++;
								}
								if (data96 < 0 || isNaN(data96)) {
									const err294 = {
										instancePath: instancePath + "/pauses/" + i6 + "/startSeconds",
										schemaPath: "#/properties/pauses/items/properties/startSeconds/minimum",
										keyword: "minimum",
										params: {
											comparison: ">=",
											limit: 0
										},
										message: "must be >= 0"
									};
									if (vErrors === null) vErrors = [err294];
									else vErrors.push(err294);
									errors++;
								}
							} else {
								const err295 = {
									instancePath: instancePath + "/pauses/" + i6 + "/startSeconds",
									schemaPath: "#/properties/pauses/items/properties/startSeconds/type",
									keyword: "type",
									params: { type: "number" },
									message: "must be number"
								};
								if (vErrors === null) vErrors = [err295];
								else vErrors.push(err295);
								errors++;
							}
						}
						if (data94.endSeconds !== void 0) {
							let data97 = data94.endSeconds;
							if (typeof data97 == "number" && isFinite(data97)) {
								if (data97 > 1e7 || isNaN(data97)) {
									const err296 = {
										instancePath: instancePath + "/pauses/" + i6 + "/endSeconds",
										schemaPath: "#/properties/pauses/items/properties/endSeconds/maximum",
										keyword: "maximum",
										params: {
											comparison: "<=",
											limit: 1e7
										},
										message: "must be <= 10000000"
									};
									if (vErrors === null) vErrors = [err296];
									else vErrors.push(err296);
									errors++;
								}
								if (data97 < 0 || isNaN(data97)) {
									const err297 = {
										instancePath: instancePath + "/pauses/" + i6 + "/endSeconds",
										schemaPath: "#/properties/pauses/items/properties/endSeconds/minimum",
										keyword: "minimum",
										params: {
											comparison: ">=",
											limit: 0
										},
										message: "must be >= 0"
									};
									if (vErrors === null) vErrors = [err297];
									else vErrors.push(err297);
									errors++;
								}
							} else {
								const err298 = {
									instancePath: instancePath + "/pauses/" + i6 + "/endSeconds",
									schemaPath: "#/properties/pauses/items/properties/endSeconds/type",
									keyword: "type",
									params: { type: "number" },
									message: "must be number"
								};
								if (vErrors === null) vErrors = [err298];
								else vErrors.push(err298);
								errors++;
							}
						}
						if (data94.reason !== void 0) {
							let data98 = data94.reason;
							if (!(data98 === "resumed" || data98 === "alternated")) {
								const err299 = {
									instancePath: instancePath + "/pauses/" + i6 + "/reason",
									schemaPath: "#/properties/pauses/items/properties/reason/enum",
									keyword: "enum",
									params: { allowedValues: schema34.properties.pauses.items.properties.reason.enum },
									message: "must be equal to one of the allowed values"
								};
								if (vErrors === null) vErrors = [err299];
								else vErrors.push(err299);
								errors++;
							}
						}
					} else {
						const err300 = {
							instancePath: instancePath + "/pauses/" + i6,
							schemaPath: "#/properties/pauses/items/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object"
						};
						if (vErrors === null) vErrors = [err300];
						else vErrors.push(err300);
						errors++;
					}
				}
			} else {
				const err301 = {
					instancePath: instancePath + "/pauses",
					schemaPath: "#/properties/pauses/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err301];
				else vErrors.push(err301);
				errors++;
			}
		}
		if (data.energy !== void 0) {
			let data99 = data.energy;
			if (Array.isArray(data99)) {
				if (data99.length > 3) {
					const err302 = {
						instancePath: instancePath + "/energy",
						schemaPath: "#/properties/energy/maxItems",
						keyword: "maxItems",
						params: { limit: 3 },
						message: "must NOT have more than 3 items"
					};
					if (vErrors === null) vErrors = [err302];
					else vErrors.push(err302);
					errors++;
				}
				if (data99.length < 1) {
					const err303 = {
						instancePath: instancePath + "/energy",
						schemaPath: "#/properties/energy/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items"
					};
					if (vErrors === null) vErrors = [err303];
					else vErrors.push(err303);
					errors++;
				}
				const len6 = data99.length;
				for (let i7 = 0; i7 < len6; i7++) if (!validate114(data99[i7], {
					instancePath: instancePath + "/energy/" + i7,
					parentData: data99,
					parentDataProperty: i7,
					rootData,
					dynamicAnchors
				})) {
					vErrors = vErrors === null ? validate114.errors : vErrors.concat(validate114.errors);
					errors = vErrors.length;
				}
			} else {
				const err304 = {
					instancePath: instancePath + "/energy",
					schemaPath: "#/properties/energy/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err304];
				else vErrors.push(err304);
				errors++;
			}
		}
		if (data.score !== void 0) {
			let data101 = data.score;
			if (data101 && typeof data101 == "object" && !Array.isArray(data101)) {
				if (data101.scope === void 0) {
					const err305 = {
						instancePath: instancePath + "/score",
						schemaPath: "#/properties/score/required",
						keyword: "required",
						params: { missingProperty: "scope" },
						message: "must have required property 'scope'"
					};
					if (vErrors === null) vErrors = [err305];
					else vErrors.push(err305);
					errors++;
				}
				if (data101.quality === void 0) {
					const err306 = {
						instancePath: instancePath + "/score",
						schemaPath: "#/properties/score/required",
						keyword: "required",
						params: { missingProperty: "quality" },
						message: "must have required property 'quality'"
					};
					if (vErrors === null) vErrors = [err306];
					else vErrors.push(err306);
					errors++;
				}
				if (data101.whPer1000Queries === void 0) {
					const err307 = {
						instancePath: instancePath + "/score",
						schemaPath: "#/properties/score/required",
						keyword: "required",
						params: { missingProperty: "whPer1000Queries" },
						message: "must have required property 'whPer1000Queries'"
					};
					if (vErrors === null) vErrors = [err307];
					else vErrors.push(err307);
					errors++;
				}
				for (const key16 in data101) if (!(key16 === "scope" || key16 === "quality" || key16 === "whPer1000Queries")) {
					const err308 = {
						instancePath: instancePath + "/score",
						schemaPath: "#/properties/score/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key16 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err308];
					else vErrors.push(err308);
					errors++;
				}
				if (data101.scope !== void 0) {
					if (!validate99(data101.scope, {
						instancePath: instancePath + "/score/scope",
						parentData: data101,
						parentDataProperty: "scope",
						rootData,
						dynamicAnchors
					})) {
						vErrors = vErrors === null ? validate99.errors : vErrors.concat(validate99.errors);
						errors = vErrors.length;
					}
				}
				if (data101.quality !== void 0) {
					let data103 = data101.quality;
					if (!(data103 === "counter" || data103 === "integrated" || data103 === "estimated")) {
						const err309 = {
							instancePath: instancePath + "/score/quality",
							schemaPath: "#/properties/score/properties/quality/enum",
							keyword: "enum",
							params: { allowedValues: schema34.properties.score.properties.quality.enum },
							message: "must be equal to one of the allowed values"
						};
						if (vErrors === null) vErrors = [err309];
						else vErrors.push(err309);
						errors++;
					}
				}
				if (data101.whPer1000Queries !== void 0) {
					let data104 = data101.whPer1000Queries;
					if (typeof data104 == "number" && isFinite(data104)) {
						if (data104 > 0xe8d4a51000 || isNaN(data104)) {
							const err310 = {
								instancePath: instancePath + "/score/whPer1000Queries",
								schemaPath: "#/properties/score/properties/whPer1000Queries/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 0xe8d4a51000
								},
								message: "must be <= 1000000000000"
							};
							if (vErrors === null) vErrors = [err310];
							else vErrors.push(err310);
							errors++;
						}
						if (data104 <= 0 || isNaN(data104)) {
							const err311 = {
								instancePath: instancePath + "/score/whPer1000Queries",
								schemaPath: "#/properties/score/properties/whPer1000Queries/exclusiveMinimum",
								keyword: "exclusiveMinimum",
								params: {
									comparison: ">",
									limit: 0
								},
								message: "must be > 0"
							};
							if (vErrors === null) vErrors = [err311];
							else vErrors.push(err311);
							errors++;
						}
					} else {
						const err312 = {
							instancePath: instancePath + "/score/whPer1000Queries",
							schemaPath: "#/properties/score/properties/whPer1000Queries/type",
							keyword: "type",
							params: { type: "number" },
							message: "must be number"
						};
						if (vErrors === null) vErrors = [err312];
						else vErrors.push(err312);
						errors++;
					}
				}
			} else {
				const err313 = {
					instancePath: instancePath + "/score",
					schemaPath: "#/properties/score/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err313];
				else vErrors.push(err313);
				errors++;
			}
		}
		if (data.bundle !== void 0) {
			let data105 = data.bundle;
			if (data105 && typeof data105 == "object" && !Array.isArray(data105)) {
				if (data105.manifestSha256 === void 0) {
					const err314 = {
						instancePath: instancePath + "/bundle",
						schemaPath: "#/properties/bundle/required",
						keyword: "required",
						params: { missingProperty: "manifestSha256" },
						message: "must have required property 'manifestSha256'"
					};
					if (vErrors === null) vErrors = [err314];
					else vErrors.push(err314);
					errors++;
				}
				if (data105.files === void 0) {
					const err315 = {
						instancePath: instancePath + "/bundle",
						schemaPath: "#/properties/bundle/required",
						keyword: "required",
						params: { missingProperty: "files" },
						message: "must have required property 'files'"
					};
					if (vErrors === null) vErrors = [err315];
					else vErrors.push(err315);
					errors++;
				}
				if (data105.bytes === void 0) {
					const err316 = {
						instancePath: instancePath + "/bundle",
						schemaPath: "#/properties/bundle/required",
						keyword: "required",
						params: { missingProperty: "bytes" },
						message: "must have required property 'bytes'"
					};
					if (vErrors === null) vErrors = [err316];
					else vErrors.push(err316);
					errors++;
				}
				for (const key17 in data105) if (!(key17 === "manifestSha256" || key17 === "files" || key17 === "bytes")) {
					const err317 = {
						instancePath: instancePath + "/bundle",
						schemaPath: "#/properties/bundle/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key17 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err317];
					else vErrors.push(err317);
					errors++;
				}
				if (data105.manifestSha256 !== void 0) {
					if (!validate91(data105.manifestSha256, {
						instancePath: instancePath + "/bundle/manifestSha256",
						parentData: data105,
						parentDataProperty: "manifestSha256",
						rootData,
						dynamicAnchors
					})) {
						vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
						errors = vErrors.length;
					}
				}
				if (data105.files !== void 0) {
					let data107 = data105.files;
					if (!(typeof data107 == "number" && !(data107 % 1) && !isNaN(data107) && isFinite(data107))) {
						const err318 = {
							instancePath: instancePath + "/bundle/files",
							schemaPath: "#/properties/bundle/properties/files/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err318];
						else vErrors.push(err318);
						errors++;
					}
					if (typeof data107 == "number" && isFinite(data107)) {
						if (data107 > 1e3 || isNaN(data107)) {
							const err319 = {
								instancePath: instancePath + "/bundle/files",
								schemaPath: "#/properties/bundle/properties/files/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 1e3
								},
								message: "must be <= 1000"
							};
							if (vErrors === null) vErrors = [err319];
							else vErrors.push(err319);
							errors++;
						}
						if (data107 < 1 || isNaN(data107)) {
							const err320 = {
								instancePath: instancePath + "/bundle/files",
								schemaPath: "#/properties/bundle/properties/files/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1"
							};
							if (vErrors === null) vErrors = [err320];
							else vErrors.push(err320);
							errors++;
						}
					}
				}
				if (data105.bytes !== void 0) {
					let data108 = data105.bytes;
					if (!(typeof data108 == "number" && !(data108 % 1) && !isNaN(data108) && isFinite(data108))) {
						const err321 = {
							instancePath: instancePath + "/bundle/bytes",
							schemaPath: "#/properties/bundle/properties/bytes/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err321];
						else vErrors.push(err321);
						errors++;
					}
					if (typeof data108 == "number" && isFinite(data108)) {
						if (data108 > 0xe8d4a51000 || isNaN(data108)) {
							const err322 = {
								instancePath: instancePath + "/bundle/bytes",
								schemaPath: "#/properties/bundle/properties/bytes/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 0xe8d4a51000
								},
								message: "must be <= 1000000000000"
							};
							if (vErrors === null) vErrors = [err322];
							else vErrors.push(err322);
							errors++;
						}
						if (data108 < 1 || isNaN(data108)) {
							const err323 = {
								instancePath: instancePath + "/bundle/bytes",
								schemaPath: "#/properties/bundle/properties/bytes/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1"
							};
							if (vErrors === null) vErrors = [err323];
							else vErrors.push(err323);
							errors++;
						}
					}
				}
			} else {
				const err324 = {
					instancePath: instancePath + "/bundle",
					schemaPath: "#/properties/bundle/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err324];
				else vErrors.push(err324);
				errors++;
			}
		}
		if (data.applied !== void 0) {
			let data109 = data.applied;
			if (data109 && typeof data109 == "object" && !Array.isArray(data109)) {
				if (data109.precision === void 0) {
					const err325 = {
						instancePath: instancePath + "/applied",
						schemaPath: "#/properties/applied/required",
						keyword: "required",
						params: { missingProperty: "precision" },
						message: "must have required property 'precision'"
					};
					if (vErrors === null) vErrors = [err325];
					else vErrors.push(err325);
					errors++;
				}
				if (data109.quantization === void 0) {
					const err326 = {
						instancePath: instancePath + "/applied",
						schemaPath: "#/properties/applied/required",
						keyword: "required",
						params: { missingProperty: "quantization" },
						message: "must have required property 'quantization'"
					};
					if (vErrors === null) vErrors = [err326];
					else vErrors.push(err326);
					errors++;
				}
				if (data109.reasoning === void 0) {
					const err327 = {
						instancePath: instancePath + "/applied",
						schemaPath: "#/properties/applied/required",
						keyword: "required",
						params: { missingProperty: "reasoning" },
						message: "must have required property 'reasoning'"
					};
					if (vErrors === null) vErrors = [err327];
					else vErrors.push(err327);
					errors++;
				}
				if (data109.attention === void 0) {
					const err328 = {
						instancePath: instancePath + "/applied",
						schemaPath: "#/properties/applied/required",
						keyword: "required",
						params: { missingProperty: "attention" },
						message: "must have required property 'attention'"
					};
					if (vErrors === null) vErrors = [err328];
					else vErrors.push(err328);
					errors++;
				}
				if (data109.maximumInputTokens === void 0) {
					const err329 = {
						instancePath: instancePath + "/applied",
						schemaPath: "#/properties/applied/required",
						keyword: "required",
						params: { missingProperty: "maximumInputTokens" },
						message: "must have required property 'maximumInputTokens'"
					};
					if (vErrors === null) vErrors = [err329];
					else vErrors.push(err329);
					errors++;
				}
				if (data109.truncatedQueries === void 0) {
					const err330 = {
						instancePath: instancePath + "/applied",
						schemaPath: "#/properties/applied/required",
						keyword: "required",
						params: { missingProperty: "truncatedQueries" },
						message: "must have required property 'truncatedQueries'"
					};
					if (vErrors === null) vErrors = [err330];
					else vErrors.push(err330);
					errors++;
				}
				if (data109.placement === void 0) {
					const err331 = {
						instancePath: instancePath + "/applied",
						schemaPath: "#/properties/applied/required",
						keyword: "required",
						params: { missingProperty: "placement" },
						message: "must have required property 'placement'"
					};
					if (vErrors === null) vErrors = [err331];
					else vErrors.push(err331);
					errors++;
				}
				for (const key18 in data109) if (!(key18 === "precision" || key18 === "quantization" || key18 === "reasoning" || key18 === "attention" || key18 === "maximumInputTokens" || key18 === "truncatedQueries" || key18 === "placement")) {
					const err332 = {
						instancePath: instancePath + "/applied",
						schemaPath: "#/properties/applied/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key18 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err332];
					else vErrors.push(err332);
					errors++;
				}
				if (data109.precision !== void 0) {
					let data110 = data109.precision;
					if (!(data110 === "float32" || data110 === "float16" || data110 === "bfloat16" || data110 === "mixed")) {
						const err333 = {
							instancePath: instancePath + "/applied/precision",
							schemaPath: "#/properties/applied/properties/precision/enum",
							keyword: "enum",
							params: { allowedValues: schema34.properties.applied.properties.precision.enum },
							message: "must be equal to one of the allowed values"
						};
						if (vErrors === null) vErrors = [err333];
						else vErrors.push(err333);
						errors++;
					}
				}
				if (data109.quantization !== void 0) {
					let data111 = data109.quantization;
					if (typeof data111 !== "string" && data111 !== null) {
						const err334 = {
							instancePath: instancePath + "/applied/quantization",
							schemaPath: "#/properties/applied/properties/quantization/type",
							keyword: "type",
							params: { type: schema34.properties.applied.properties.quantization.type },
							message: "must be string,null"
						};
						if (vErrors === null) vErrors = [err334];
						else vErrors.push(err334);
						errors++;
					}
					if (typeof data111 === "string") {
						if (func2(data111) > 60) {
							const err335 = {
								instancePath: instancePath + "/applied/quantization",
								schemaPath: "#/properties/applied/properties/quantization/maxLength",
								keyword: "maxLength",
								params: { limit: 60 },
								message: "must NOT have more than 60 characters"
							};
							if (vErrors === null) vErrors = [err335];
							else vErrors.push(err335);
							errors++;
						}
					}
				}
				if (data109.reasoning !== void 0) {
					let data112 = data109.reasoning;
					const _errs241 = errors;
					let valid39 = false;
					let passing5 = null;
					const _errs242 = errors;
					if (data112 !== null) {
						const err336 = {
							instancePath: instancePath + "/applied/reasoning",
							schemaPath: "#/properties/applied/properties/reasoning/oneOf/0/type",
							keyword: "type",
							params: { type: "null" },
							message: "must be null"
						};
						if (vErrors === null) vErrors = [err336];
						else vErrors.push(err336);
						errors++;
					}
					var _valid5 = _errs242 === errors;
					if (_valid5) {
						valid39 = true;
						passing5 = 0;
					}
					const _errs244 = errors;
					if (data112 && typeof data112 == "object" && !Array.isArray(data112)) {
						if (data112.state === void 0) {
							const err337 = {
								instancePath: instancePath + "/applied/reasoning",
								schemaPath: "#/properties/applied/properties/reasoning/oneOf/1/required",
								keyword: "required",
								params: { missingProperty: "state" },
								message: "must have required property 'state'"
							};
							if (vErrors === null) vErrors = [err337];
							else vErrors.push(err337);
							errors++;
						}
						if (data112.effort === void 0) {
							const err338 = {
								instancePath: instancePath + "/applied/reasoning",
								schemaPath: "#/properties/applied/properties/reasoning/oneOf/1/required",
								keyword: "required",
								params: { missingProperty: "effort" },
								message: "must have required property 'effort'"
							};
							if (vErrors === null) vErrors = [err338];
							else vErrors.push(err338);
							errors++;
						}
						if (data112.means === void 0) {
							const err339 = {
								instancePath: instancePath + "/applied/reasoning",
								schemaPath: "#/properties/applied/properties/reasoning/oneOf/1/required",
								keyword: "required",
								params: { missingProperty: "means" },
								message: "must have required property 'means'"
							};
							if (vErrors === null) vErrors = [err339];
							else vErrors.push(err339);
							errors++;
						}
						for (const key19 in data112) if (!(key19 === "state" || key19 === "effort" || key19 === "means")) {
							const err340 = {
								instancePath: instancePath + "/applied/reasoning",
								schemaPath: "#/properties/applied/properties/reasoning/oneOf/1/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key19 },
								message: "must NOT have additional properties"
							};
							if (vErrors === null) vErrors = [err340];
							else vErrors.push(err340);
							errors++;
						}
						if (data112.state !== void 0) {
							let data113 = data112.state;
							if (!(data113 === "off" || data113 === "on")) {
								const err341 = {
									instancePath: instancePath + "/applied/reasoning/state",
									schemaPath: "#/properties/applied/properties/reasoning/oneOf/1/properties/state/enum",
									keyword: "enum",
									params: { allowedValues: schema34.properties.applied.properties.reasoning.oneOf[1].properties.state.enum },
									message: "must be equal to one of the allowed values"
								};
								if (vErrors === null) vErrors = [err341];
								else vErrors.push(err341);
								errors++;
							}
						}
						if (data112.effort !== void 0) {
							let data114 = data112.effort;
							if (!(data114 === "low" || data114 === "medium" || data114 === "high" || data114 === null)) {
								const err342 = {
									instancePath: instancePath + "/applied/reasoning/effort",
									schemaPath: "#/properties/applied/properties/reasoning/oneOf/1/properties/effort/enum",
									keyword: "enum",
									params: { allowedValues: schema34.properties.applied.properties.reasoning.oneOf[1].properties.effort.enum },
									message: "must be equal to one of the allowed values"
								};
								if (vErrors === null) vErrors = [err342];
								else vErrors.push(err342);
								errors++;
							}
						}
						if (data112.means !== void 0) {
							let data115 = data112.means;
							if (typeof data115 === "string") {
								if (func2(data115) > 300) {
									const err343 = {
										instancePath: instancePath + "/applied/reasoning/means",
										schemaPath: "#/properties/applied/properties/reasoning/oneOf/1/properties/means/maxLength",
										keyword: "maxLength",
										params: { limit: 300 },
										message: "must NOT have more than 300 characters"
									};
									if (vErrors === null) vErrors = [err343];
									else vErrors.push(err343);
									errors++;
								}
							} else {
								const err344 = {
									instancePath: instancePath + "/applied/reasoning/means",
									schemaPath: "#/properties/applied/properties/reasoning/oneOf/1/properties/means/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err344];
								else vErrors.push(err344);
								errors++;
							}
						}
					} else {
						const err345 = {
							instancePath: instancePath + "/applied/reasoning",
							schemaPath: "#/properties/applied/properties/reasoning/oneOf/1/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object"
						};
						if (vErrors === null) vErrors = [err345];
						else vErrors.push(err345);
						errors++;
					}
					var _valid5 = _errs244 === errors;
					if (_valid5 && valid39) {
						valid39 = false;
						passing5 = [passing5, 1];
					} else if (_valid5) {
						valid39 = true;
						passing5 = 1;
					}
					if (!valid39) {
						const err346 = {
							instancePath: instancePath + "/applied/reasoning",
							schemaPath: "#/properties/applied/properties/reasoning/oneOf",
							keyword: "oneOf",
							params: { passingSchemas: passing5 },
							message: "must match exactly one schema in oneOf"
						};
						if (vErrors === null) vErrors = [err346];
						else vErrors.push(err346);
						errors++;
					} else {
						errors = _errs241;
						if (vErrors !== null) {
							if (_errs241) vErrors.length = _errs241;
							else vErrors = null;
						}
					}
				}
				if (data109.attention !== void 0) {
					let data116 = data109.attention;
					if (typeof data116 !== "string" && data116 !== null) {
						const err347 = {
							instancePath: instancePath + "/applied/attention",
							schemaPath: "#/properties/applied/properties/attention/type",
							keyword: "type",
							params: { type: schema34.properties.applied.properties.attention.type },
							message: "must be string,null"
						};
						if (vErrors === null) vErrors = [err347];
						else vErrors.push(err347);
						errors++;
					}
					if (typeof data116 === "string") {
						if (func2(data116) > 60) {
							const err348 = {
								instancePath: instancePath + "/applied/attention",
								schemaPath: "#/properties/applied/properties/attention/maxLength",
								keyword: "maxLength",
								params: { limit: 60 },
								message: "must NOT have more than 60 characters"
							};
							if (vErrors === null) vErrors = [err348];
							else vErrors.push(err348);
							errors++;
						}
					}
				}
				if (data109.maximumInputTokens !== void 0) {
					let data117 = data109.maximumInputTokens;
					if (!(typeof data117 == "number" && !(data117 % 1) && !isNaN(data117) && isFinite(data117)) && data117 !== null) {
						const err349 = {
							instancePath: instancePath + "/applied/maximumInputTokens",
							schemaPath: "#/properties/applied/properties/maximumInputTokens/type",
							keyword: "type",
							params: { type: schema34.properties.applied.properties.maximumInputTokens.type },
							message: "must be integer,null"
						};
						if (vErrors === null) vErrors = [err349];
						else vErrors.push(err349);
						errors++;
					}
					if (typeof data117 == "number" && isFinite(data117)) {
						if (data117 > 1e8 || isNaN(data117)) {
							const err350 = {
								instancePath: instancePath + "/applied/maximumInputTokens",
								schemaPath: "#/properties/applied/properties/maximumInputTokens/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 1e8
								},
								message: "must be <= 100000000"
							};
							if (vErrors === null) vErrors = [err350];
							else vErrors.push(err350);
							errors++;
						}
						if (data117 < 1 || isNaN(data117)) {
							const err351 = {
								instancePath: instancePath + "/applied/maximumInputTokens",
								schemaPath: "#/properties/applied/properties/maximumInputTokens/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1"
							};
							if (vErrors === null) vErrors = [err351];
							else vErrors.push(err351);
							errors++;
						}
					}
				}
				if (data109.truncatedQueries !== void 0) {
					let data118 = data109.truncatedQueries;
					if (!(typeof data118 == "number" && !(data118 % 1) && !isNaN(data118) && isFinite(data118)) && data118 !== null) {
						const err352 = {
							instancePath: instancePath + "/applied/truncatedQueries",
							schemaPath: "#/properties/applied/properties/truncatedQueries/type",
							keyword: "type",
							params: { type: schema34.properties.applied.properties.truncatedQueries.type },
							message: "must be integer,null"
						};
						if (vErrors === null) vErrors = [err352];
						else vErrors.push(err352);
						errors++;
					}
					if (typeof data118 == "number" && isFinite(data118)) {
						if (data118 > 1e9 || isNaN(data118)) {
							const err353 = {
								instancePath: instancePath + "/applied/truncatedQueries",
								schemaPath: "#/properties/applied/properties/truncatedQueries/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 1e9
								},
								message: "must be <= 1000000000"
							};
							if (vErrors === null) vErrors = [err353];
							else vErrors.push(err353);
							errors++;
						}
						if (data118 < 0 || isNaN(data118)) {
							const err354 = {
								instancePath: instancePath + "/applied/truncatedQueries",
								schemaPath: "#/properties/applied/properties/truncatedQueries/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err354];
							else vErrors.push(err354);
							errors++;
						}
					}
				}
				if (data109.placement !== void 0) {
					let data119 = data109.placement;
					if (Array.isArray(data119)) {
						if (data119.length > 64) {
							const err355 = {
								instancePath: instancePath + "/applied/placement",
								schemaPath: "#/properties/applied/properties/placement/maxItems",
								keyword: "maxItems",
								params: { limit: 64 },
								message: "must NOT have more than 64 items"
							};
							if (vErrors === null) vErrors = [err355];
							else vErrors.push(err355);
							errors++;
						}
						if (data119.length < 1) {
							const err356 = {
								instancePath: instancePath + "/applied/placement",
								schemaPath: "#/properties/applied/properties/placement/minItems",
								keyword: "minItems",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 items"
							};
							if (vErrors === null) vErrors = [err356];
							else vErrors.push(err356);
							errors++;
						}
						const len7 = data119.length;
						for (let i8 = 0; i8 < len7; i8++) {
							let data120 = data119[i8];
							if (data120 && typeof data120 == "object" && !Array.isArray(data120)) {
								if (data120.device === void 0) {
									const err357 = {
										instancePath: instancePath + "/applied/placement/" + i8,
										schemaPath: "#/properties/applied/properties/placement/items/required",
										keyword: "required",
										params: { missingProperty: "device" },
										message: "must have required property 'device'"
									};
									if (vErrors === null) vErrors = [err357];
									else vErrors.push(err357);
									errors++;
								}
								if (data120.parameters === void 0) {
									const err358 = {
										instancePath: instancePath + "/applied/placement/" + i8,
										schemaPath: "#/properties/applied/properties/placement/items/required",
										keyword: "required",
										params: { missingProperty: "parameters" },
										message: "must have required property 'parameters'"
									};
									if (vErrors === null) vErrors = [err358];
									else vErrors.push(err358);
									errors++;
								}
								for (const key20 in data120) if (!(key20 === "device" || key20 === "parameters")) {
									const err359 = {
										instancePath: instancePath + "/applied/placement/" + i8,
										schemaPath: "#/properties/applied/properties/placement/items/additionalProperties",
										keyword: "additionalProperties",
										params: { additionalProperty: key20 },
										message: "must NOT have additional properties"
									};
									if (vErrors === null) vErrors = [err359];
									else vErrors.push(err359);
									errors++;
								}
								if (data120.device !== void 0) {
									let data121 = data120.device;
									if (typeof data121 === "string") {
										if (func2(data121) > 120) {
											const err360 = {
												instancePath: instancePath + "/applied/placement/" + i8 + "/device",
												schemaPath: "#/properties/applied/properties/placement/items/properties/device/maxLength",
												keyword: "maxLength",
												params: { limit: 120 },
												message: "must NOT have more than 120 characters"
											};
											if (vErrors === null) vErrors = [err360];
											else vErrors.push(err360);
											errors++;
										}
									} else {
										const err361 = {
											instancePath: instancePath + "/applied/placement/" + i8 + "/device",
											schemaPath: "#/properties/applied/properties/placement/items/properties/device/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err361];
										else vErrors.push(err361);
										errors++;
									}
								}
								if (data120.parameters !== void 0) {
									let data122 = data120.parameters;
									if (!(typeof data122 == "number" && !(data122 % 1) && !isNaN(data122) && isFinite(data122))) {
										const err362 = {
											instancePath: instancePath + "/applied/placement/" + i8 + "/parameters",
											schemaPath: "#/properties/applied/properties/placement/items/properties/parameters/type",
											keyword: "type",
											params: { type: "integer" },
											message: "must be integer"
										};
										if (vErrors === null) vErrors = [err362];
										else vErrors.push(err362);
										errors++;
									}
									if (typeof data122 == "number" && isFinite(data122)) {
										if (data122 > 0x5af3107a4000 || isNaN(data122)) {
											const err363 = {
												instancePath: instancePath + "/applied/placement/" + i8 + "/parameters",
												schemaPath: "#/properties/applied/properties/placement/items/properties/parameters/maximum",
												keyword: "maximum",
												params: {
													comparison: "<=",
													limit: 0x5af3107a4000
												},
												message: "must be <= 100000000000000"
											};
											if (vErrors === null) vErrors = [err363];
											else vErrors.push(err363);
											errors++;
										}
										if (data122 < 0 || isNaN(data122)) {
											const err364 = {
												instancePath: instancePath + "/applied/placement/" + i8 + "/parameters",
												schemaPath: "#/properties/applied/properties/placement/items/properties/parameters/minimum",
												keyword: "minimum",
												params: {
													comparison: ">=",
													limit: 0
												},
												message: "must be >= 0"
											};
											if (vErrors === null) vErrors = [err364];
											else vErrors.push(err364);
											errors++;
										}
									}
								}
							} else {
								const err365 = {
									instancePath: instancePath + "/applied/placement/" + i8,
									schemaPath: "#/properties/applied/properties/placement/items/type",
									keyword: "type",
									params: { type: "object" },
									message: "must be object"
								};
								if (vErrors === null) vErrors = [err365];
								else vErrors.push(err365);
								errors++;
							}
						}
					} else {
						const err366 = {
							instancePath: instancePath + "/applied/placement",
							schemaPath: "#/properties/applied/properties/placement/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array"
						};
						if (vErrors === null) vErrors = [err366];
						else vErrors.push(err366);
						errors++;
					}
				}
			} else {
				const err367 = {
					instancePath: instancePath + "/applied",
					schemaPath: "#/properties/applied/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err367];
				else vErrors.push(err367);
				errors++;
			}
		}
		if (data.evidence !== void 0) {
			let data123 = data.evidence;
			if (data123 && typeof data123 == "object" && !Array.isArray(data123)) {
				if (data123.url === void 0) {
					const err368 = {
						instancePath: instancePath + "/evidence",
						schemaPath: "#/properties/evidence/required",
						keyword: "required",
						params: { missingProperty: "url" },
						message: "must have required property 'url'"
					};
					if (vErrors === null) vErrors = [err368];
					else vErrors.push(err368);
					errors++;
				}
				if (data123.sha256 === void 0) {
					const err369 = {
						instancePath: instancePath + "/evidence",
						schemaPath: "#/properties/evidence/required",
						keyword: "required",
						params: { missingProperty: "sha256" },
						message: "must have required property 'sha256'"
					};
					if (vErrors === null) vErrors = [err369];
					else vErrors.push(err369);
					errors++;
				}
				if (data123.submissionSha256 === void 0) {
					const err370 = {
						instancePath: instancePath + "/evidence",
						schemaPath: "#/properties/evidence/required",
						keyword: "required",
						params: { missingProperty: "submissionSha256" },
						message: "must have required property 'submissionSha256'"
					};
					if (vErrors === null) vErrors = [err370];
					else vErrors.push(err370);
					errors++;
				}
				if (data123.packedDigest === void 0) {
					const err371 = {
						instancePath: instancePath + "/evidence",
						schemaPath: "#/properties/evidence/required",
						keyword: "required",
						params: { missingProperty: "packedDigest" },
						message: "must have required property 'packedDigest'"
					};
					if (vErrors === null) vErrors = [err371];
					else vErrors.push(err371);
					errors++;
				}
				if (data123.attestation === void 0) {
					const err372 = {
						instancePath: instancePath + "/evidence",
						schemaPath: "#/properties/evidence/required",
						keyword: "required",
						params: { missingProperty: "attestation" },
						message: "must have required property 'attestation'"
					};
					if (vErrors === null) vErrors = [err372];
					else vErrors.push(err372);
					errors++;
				}
				for (const key21 in data123) if (!(key21 === "url" || key21 === "sha256" || key21 === "submissionSha256" || key21 === "packedDigest" || key21 === "attestation")) {
					const err373 = {
						instancePath: instancePath + "/evidence",
						schemaPath: "#/properties/evidence/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key21 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err373];
					else vErrors.push(err373);
					errors++;
				}
				if (data123.url !== void 0) {
					let data124 = data123.url;
					if (typeof data124 === "string") {
						if (func2(data124) > 512) {
							const err374 = {
								instancePath: instancePath + "/evidence/url",
								schemaPath: "#/properties/evidence/properties/url/maxLength",
								keyword: "maxLength",
								params: { limit: 512 },
								message: "must NOT have more than 512 characters"
							};
							if (vErrors === null) vErrors = [err374];
							else vErrors.push(err374);
							errors++;
						}
						if (!pattern6.test(data124)) {
							const err375 = {
								instancePath: instancePath + "/evidence/url",
								schemaPath: "#/properties/evidence/properties/url/pattern",
								keyword: "pattern",
								params: { pattern: "^https://[a-z0-9.-]+(?:/[A-Za-z0-9._~%/+-]*)$" },
								message: "must match pattern \"^https://[a-z0-9.-]+(?:/[A-Za-z0-9._~%/+-]*)$\""
							};
							if (vErrors === null) vErrors = [err375];
							else vErrors.push(err375);
							errors++;
						}
					} else {
						const err376 = {
							instancePath: instancePath + "/evidence/url",
							schemaPath: "#/properties/evidence/properties/url/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err376];
						else vErrors.push(err376);
						errors++;
					}
				}
				if (data123.sha256 !== void 0) {
					if (!validate91(data123.sha256, {
						instancePath: instancePath + "/evidence/sha256",
						parentData: data123,
						parentDataProperty: "sha256",
						rootData,
						dynamicAnchors
					})) {
						vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
						errors = vErrors.length;
					}
				}
				if (data123.submissionSha256 !== void 0) {
					if (!validate91(data123.submissionSha256, {
						instancePath: instancePath + "/evidence/submissionSha256",
						parentData: data123,
						parentDataProperty: "submissionSha256",
						rootData,
						dynamicAnchors
					})) {
						vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
						errors = vErrors.length;
					}
				}
				if (data123.packedDigest !== void 0) {
					if (!validate91(data123.packedDigest, {
						instancePath: instancePath + "/evidence/packedDigest",
						parentData: data123,
						parentDataProperty: "packedDigest",
						rootData,
						dynamicAnchors
					})) {
						vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
						errors = vErrors.length;
					}
				}
				if (data123.attestation !== void 0) {
					let data128 = data123.attestation;
					if (data128 && typeof data128 == "object" && !Array.isArray(data128)) {
						if (data128.publicSharing === void 0) {
							const err377 = {
								instancePath: instancePath + "/evidence/attestation",
								schemaPath: "#/properties/evidence/properties/attestation/required",
								keyword: "required",
								params: { missingProperty: "publicSharing" },
								message: "must have required property 'publicSharing'"
							};
							if (vErrors === null) vErrors = [err377];
							else vErrors.push(err377);
							errors++;
						}
						if (data128.dataIntegrity === void 0) {
							const err378 = {
								instancePath: instancePath + "/evidence/attestation",
								schemaPath: "#/properties/evidence/properties/attestation/required",
								keyword: "required",
								params: { missingProperty: "dataIntegrity" },
								message: "must have required property 'dataIntegrity'"
							};
							if (vErrors === null) vErrors = [err378];
							else vErrors.push(err378);
							errors++;
						}
						if (data128.modelRepresentation === void 0) {
							const err379 = {
								instancePath: instancePath + "/evidence/attestation",
								schemaPath: "#/properties/evidence/properties/attestation/required",
								keyword: "required",
								params: { missingProperty: "modelRepresentation" },
								message: "must have required property 'modelRepresentation'"
							};
							if (vErrors === null) vErrors = [err379];
							else vErrors.push(err379);
							errors++;
						}
						for (const key22 in data128) if (!(key22 === "publicSharing" || key22 === "dataIntegrity" || key22 === "modelRepresentation")) {
							const err380 = {
								instancePath: instancePath + "/evidence/attestation",
								schemaPath: "#/properties/evidence/properties/attestation/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key22 },
								message: "must NOT have additional properties"
							};
							if (vErrors === null) vErrors = [err380];
							else vErrors.push(err380);
							errors++;
						}
						if (data128.publicSharing !== void 0) {
							if (true !== data128.publicSharing) {
								const err381 = {
									instancePath: instancePath + "/evidence/attestation/publicSharing",
									schemaPath: "#/properties/evidence/properties/attestation/properties/publicSharing/const",
									keyword: "const",
									params: { allowedValue: true },
									message: "must be equal to constant"
								};
								if (vErrors === null) vErrors = [err381];
								else vErrors.push(err381);
								errors++;
							}
						}
						if (data128.dataIntegrity !== void 0) {
							if (true !== data128.dataIntegrity) {
								const err382 = {
									instancePath: instancePath + "/evidence/attestation/dataIntegrity",
									schemaPath: "#/properties/evidence/properties/attestation/properties/dataIntegrity/const",
									keyword: "const",
									params: { allowedValue: true },
									message: "must be equal to constant"
								};
								if (vErrors === null) vErrors = [err382];
								else vErrors.push(err382);
								errors++;
							}
						}
						if (data128.modelRepresentation !== void 0) {
							if (true !== data128.modelRepresentation) {
								const err383 = {
									instancePath: instancePath + "/evidence/attestation/modelRepresentation",
									schemaPath: "#/properties/evidence/properties/attestation/properties/modelRepresentation/const",
									keyword: "const",
									params: { allowedValue: true },
									message: "must be equal to constant"
								};
								if (vErrors === null) vErrors = [err383];
								else vErrors.push(err383);
								errors++;
							}
						}
					} else {
						const err384 = {
							instancePath: instancePath + "/evidence/attestation",
							schemaPath: "#/properties/evidence/properties/attestation/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object"
						};
						if (vErrors === null) vErrors = [err384];
						else vErrors.push(err384);
						errors++;
					}
				}
			} else {
				const err385 = {
					instancePath: instancePath + "/evidence",
					schemaPath: "#/properties/evidence/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err385];
				else vErrors.push(err385);
				errors++;
			}
		}
		if (data.concurrent !== void 0) {
			let data132 = data.concurrent;
			if (data132 && typeof data132 == "object" && !Array.isArray(data132)) {
				if (data132.concurrency === void 0) {
					const err386 = {
						instancePath: instancePath + "/concurrent",
						schemaPath: "#/properties/concurrent/required",
						keyword: "required",
						params: { missingProperty: "concurrency" },
						message: "must have required property 'concurrency'"
					};
					if (vErrors === null) vErrors = [err386];
					else vErrors.push(err386);
					errors++;
				}
				if (data132.phase === void 0) {
					const err387 = {
						instancePath: instancePath + "/concurrent",
						schemaPath: "#/properties/concurrent/required",
						keyword: "required",
						params: { missingProperty: "phase" },
						message: "must have required property 'phase'"
					};
					if (vErrors === null) vErrors = [err387];
					else vErrors.push(err387);
					errors++;
				}
				for (const key23 in data132) if (!(key23 === "concurrency" || key23 === "phase")) {
					const err388 = {
						instancePath: instancePath + "/concurrent",
						schemaPath: "#/properties/concurrent/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key23 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err388];
					else vErrors.push(err388);
					errors++;
				}
				if (data132.concurrency !== void 0) {
					let data133 = data132.concurrency;
					if (!(typeof data133 == "number" && !(data133 % 1) && !isNaN(data133) && isFinite(data133))) {
						const err389 = {
							instancePath: instancePath + "/concurrent/concurrency",
							schemaPath: "#/properties/concurrent/properties/concurrency/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err389];
						else vErrors.push(err389);
						errors++;
					}
					if (typeof data133 == "number" && isFinite(data133)) {
						if (data133 > 1024 || isNaN(data133)) {
							const err390 = {
								instancePath: instancePath + "/concurrent/concurrency",
								schemaPath: "#/properties/concurrent/properties/concurrency/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 1024
								},
								message: "must be <= 1024"
							};
							if (vErrors === null) vErrors = [err390];
							else vErrors.push(err390);
							errors++;
						}
						if (data133 < 2 || isNaN(data133)) {
							const err391 = {
								instancePath: instancePath + "/concurrent/concurrency",
								schemaPath: "#/properties/concurrent/properties/concurrency/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 2
								},
								message: "must be >= 2"
							};
							if (vErrors === null) vErrors = [err391];
							else vErrors.push(err391);
							errors++;
						}
					}
				}
				if (data132.phase !== void 0) {
					if (!validate107(data132.phase, {
						instancePath: instancePath + "/concurrent/phase",
						parentData: data132,
						parentDataProperty: "phase",
						rootData,
						dynamicAnchors
					})) {
						vErrors = vErrors === null ? validate107.errors : vErrors.concat(validate107.errors);
						errors = vErrors.length;
					}
				}
			} else {
				const err392 = {
					instancePath: instancePath + "/concurrent",
					schemaPath: "#/properties/concurrent/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err392];
				else vErrors.push(err392);
				errors++;
			}
		}
	} else {
		const err393 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err393];
		else vErrors.push(err393);
		errors++;
	}
	validate87.errors = vErrors;
	return errors === 0;
}
validate87.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
const validateEdition = validate123;
const schema45 = {
	"$schema": "https://json-schema.org/draft/2020-12/schema",
	"$id": "urn:ai-energy-score:schema:edition:1",
	"title": "Edition",
	"description": "A frozen leaderboard: every model's energy and the stars it had when the edition was frozen.",
	"type": "object",
	"additionalProperties": false,
	"required": [
		"schemaVersion",
		"name",
		"scope",
		"hardware",
		"source",
		"rows"
	],
	"properties": {
		"schemaVersion": {
			"const": 1,
			"description": "Version of this format. Always 1."
		},
		"name": {
			"type": "string",
			"pattern": "^[0-9]{4}-(?:0[1-9]|1[0-2])$",
			"description": "Year and month of the edition, as in 2025-02."
		},
		"scope": {
			"const": "gpu",
			"description": "Which energy the figures hold. Editions are GPU energy alone."
		},
		"hardware": {
			"type": "string",
			"maxLength": 120,
			"description": "The hardware all figures were measured on."
		},
		"source": {
			"type": "string",
			"maxLength": 400,
			"description": "Where the figures come from."
		},
		"cutOff": {
			"type": "string",
			"pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$",
			"description": "Results published until then take part, in UTC."
		},
		"checker": {
			"type": "string",
			"maxLength": 120,
			"description": "The program that froze it, <name>@<version>."
		},
		"workers": {
			"type": "array",
			"maxItems": 1e3,
			"description": "What ran the models of its rows, sorted.",
			"items": {
				"type": "string",
				"maxLength": 120,
				"description": "A backend and its version, <id>@<version>."
			}
		},
		"rehearsal": {
			"const": true,
			"description": "Present where the hardware was played by a script: these are no measurements."
		},
		"digest": {
			"type": "string",
			"pattern": "^[0-9a-f]{64}$",
			"description": "SHA-256 of the canonical JSON of everything else in the file."
		},
		"rows": {
			"type": "array",
			"maxItems": 1e6,
			"description": "One row per model, task and measurement; a model may stand twice where it was published twice.",
			"items": {
				"type": "object",
				"additionalProperties": false,
				"required": [
					"task",
					"model",
					"class",
					"gpuWhPer1000Queries",
					"stars"
				],
				"description": "One model on one task.",
				"properties": {
					"task": {
						"$ref": "#/$defs/task",
						"description": "The task."
					},
					"model": {
						"type": "string",
						"minLength": 1,
						"maxLength": 193,
						"description": "The model's id as published."
					},
					"class": {
						"$ref": "#/$defs/modelClass",
						"description": "The model class, or null where the task has none."
					},
					"gpuWhPer1000Queries": {
						"type": "number",
						"exclusiveMinimum": 0,
						"maximum": 1e9,
						"description": "GPU energy in watt-hours per 1,000 queries."
					},
					"stars": {
						"type": "integer",
						"minimum": 1,
						"maximum": 5,
						"description": "Stars in this edition."
					},
					"record": {
						"type": "string",
						"maxLength": 300,
						"pattern": "^results/[^/]+/[^/]+/[^/]+/[0-9a-f]{12}\\.json$",
						"description": "Path of the record in the results repository; missing where the figure was published elsewhere."
					},
					"recordDigest": {
						"type": "string",
						"pattern": "^[0-9a-f]{64}$",
						"description": "SHA-256 of the record's canonical JSON, whose first 12 digits name its file."
					}
				}
			}
		}
	},
	"$defs": {
		"task": {
			"enum": [
				"text-generation",
				"reasoning",
				"summarization",
				"question-answering",
				"text-classification",
				"sentence-similarity",
				"image-classification",
				"object-detection",
				"automatic-speech-recognition",
				"text-to-image",
				"image-to-text"
			],
			"description": "A task of the AI Energy Score: the Hub's pipeline tag, or reasoning."
		},
		"modelClass": {
			"enum": [
				"A",
				"B",
				"C",
				null
			],
			"description": "A: up to 20 billion parameters, one GPU. B: up to 66 billion, one H100. C: more, several H100."
		}
	}
};
const pattern20 = new RegExp("^[0-9]{4}-(?:0[1-9]|1[0-2])$", "u");
const pattern23 = new RegExp("^results/[^/]+/[^/]+/[^/]+/[0-9a-f]{12}\\.json$", "u");
const schema46 = {
	"enum": [
		"text-generation",
		"reasoning",
		"summarization",
		"question-answering",
		"text-classification",
		"sentence-similarity",
		"image-classification",
		"object-detection",
		"automatic-speech-recognition",
		"text-to-image",
		"image-to-text"
	],
	"description": "A task of the AI Energy Score: the Hub's pipeline tag, or reasoning."
};
function validate124(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate124.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (!(data === "text-generation" || data === "reasoning" || data === "summarization" || data === "question-answering" || data === "text-classification" || data === "sentence-similarity" || data === "image-classification" || data === "object-detection" || data === "automatic-speech-recognition" || data === "text-to-image" || data === "image-to-text")) {
		const err0 = {
			instancePath,
			schemaPath: "#/enum",
			keyword: "enum",
			params: { allowedValues: schema46.enum },
			message: "must be equal to one of the allowed values"
		};
		if (vErrors === null) vErrors = [err0];
		else vErrors.push(err0);
		errors++;
	}
	validate124.errors = vErrors;
	return errors === 0;
}
validate124.evaluated = {
	"dynamicProps": false,
	"dynamicItems": false
};
const schema47 = {
	"enum": [
		"A",
		"B",
		"C",
		null
	],
	"description": "A: up to 20 billion parameters, one GPU. B: up to 66 billion, one H100. C: more, several H100."
};
function validate126(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate126.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (!(data === "A" || data === "B" || data === "C" || data === null)) {
		const err0 = {
			instancePath,
			schemaPath: "#/enum",
			keyword: "enum",
			params: { allowedValues: schema47.enum },
			message: "must be equal to one of the allowed values"
		};
		if (vErrors === null) vErrors = [err0];
		else vErrors.push(err0);
		errors++;
	}
	validate126.errors = vErrors;
	return errors === 0;
}
validate126.evaluated = {
	"dynamicProps": false,
	"dynamicItems": false
};
function validate123(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate123.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.schemaVersion === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "schemaVersion" },
				message: "must have required property 'schemaVersion'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.name === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "name" },
				message: "must have required property 'name'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.scope === void 0) {
			const err2 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "scope" },
				message: "must have required property 'scope'"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.hardware === void 0) {
			const err3 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "hardware" },
				message: "must have required property 'hardware'"
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (data.source === void 0) {
			const err4 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "source" },
				message: "must have required property 'source'"
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
		if (data.rows === void 0) {
			const err5 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "rows" },
				message: "must have required property 'rows'"
			};
			if (vErrors === null) vErrors = [err5];
			else vErrors.push(err5);
			errors++;
		}
		for (const key0 in data) if (!func1.call(schema45.properties, key0)) {
			const err6 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err6];
			else vErrors.push(err6);
			errors++;
		}
		if (data.schemaVersion !== void 0) {
			if (1 !== data.schemaVersion) {
				const err7 = {
					instancePath: instancePath + "/schemaVersion",
					schemaPath: "#/properties/schemaVersion/const",
					keyword: "const",
					params: { allowedValue: 1 },
					message: "must be equal to constant"
				};
				if (vErrors === null) vErrors = [err7];
				else vErrors.push(err7);
				errors++;
			}
		}
		if (data.name !== void 0) {
			let data1 = data.name;
			if (typeof data1 === "string") {
				if (!pattern20.test(data1)) {
					const err8 = {
						instancePath: instancePath + "/name",
						schemaPath: "#/properties/name/pattern",
						keyword: "pattern",
						params: { pattern: "^[0-9]{4}-(?:0[1-9]|1[0-2])$" },
						message: "must match pattern \"^[0-9]{4}-(?:0[1-9]|1[0-2])$\""
					};
					if (vErrors === null) vErrors = [err8];
					else vErrors.push(err8);
					errors++;
				}
			} else {
				const err9 = {
					instancePath: instancePath + "/name",
					schemaPath: "#/properties/name/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err9];
				else vErrors.push(err9);
				errors++;
			}
		}
		if (data.scope !== void 0) {
			if ("gpu" !== data.scope) {
				const err10 = {
					instancePath: instancePath + "/scope",
					schemaPath: "#/properties/scope/const",
					keyword: "const",
					params: { allowedValue: "gpu" },
					message: "must be equal to constant"
				};
				if (vErrors === null) vErrors = [err10];
				else vErrors.push(err10);
				errors++;
			}
		}
		if (data.hardware !== void 0) {
			let data3 = data.hardware;
			if (typeof data3 === "string") {
				if (func2(data3) > 120) {
					const err11 = {
						instancePath: instancePath + "/hardware",
						schemaPath: "#/properties/hardware/maxLength",
						keyword: "maxLength",
						params: { limit: 120 },
						message: "must NOT have more than 120 characters"
					};
					if (vErrors === null) vErrors = [err11];
					else vErrors.push(err11);
					errors++;
				}
			} else {
				const err12 = {
					instancePath: instancePath + "/hardware",
					schemaPath: "#/properties/hardware/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err12];
				else vErrors.push(err12);
				errors++;
			}
		}
		if (data.source !== void 0) {
			let data4 = data.source;
			if (typeof data4 === "string") {
				if (func2(data4) > 400) {
					const err13 = {
						instancePath: instancePath + "/source",
						schemaPath: "#/properties/source/maxLength",
						keyword: "maxLength",
						params: { limit: 400 },
						message: "must NOT have more than 400 characters"
					};
					if (vErrors === null) vErrors = [err13];
					else vErrors.push(err13);
					errors++;
				}
			} else {
				const err14 = {
					instancePath: instancePath + "/source",
					schemaPath: "#/properties/source/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err14];
				else vErrors.push(err14);
				errors++;
			}
		}
		if (data.cutOff !== void 0) {
			let data5 = data.cutOff;
			if (typeof data5 === "string") {
				if (!pattern14.test(data5)) {
					const err15 = {
						instancePath: instancePath + "/cutOff",
						schemaPath: "#/properties/cutOff/pattern",
						keyword: "pattern",
						params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$" },
						message: "must match pattern \"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$\""
					};
					if (vErrors === null) vErrors = [err15];
					else vErrors.push(err15);
					errors++;
				}
			} else {
				const err16 = {
					instancePath: instancePath + "/cutOff",
					schemaPath: "#/properties/cutOff/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err16];
				else vErrors.push(err16);
				errors++;
			}
		}
		if (data.checker !== void 0) {
			let data6 = data.checker;
			if (typeof data6 === "string") {
				if (func2(data6) > 120) {
					const err17 = {
						instancePath: instancePath + "/checker",
						schemaPath: "#/properties/checker/maxLength",
						keyword: "maxLength",
						params: { limit: 120 },
						message: "must NOT have more than 120 characters"
					};
					if (vErrors === null) vErrors = [err17];
					else vErrors.push(err17);
					errors++;
				}
			} else {
				const err18 = {
					instancePath: instancePath + "/checker",
					schemaPath: "#/properties/checker/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err18];
				else vErrors.push(err18);
				errors++;
			}
		}
		if (data.workers !== void 0) {
			let data7 = data.workers;
			if (Array.isArray(data7)) {
				if (data7.length > 1e3) {
					const err19 = {
						instancePath: instancePath + "/workers",
						schemaPath: "#/properties/workers/maxItems",
						keyword: "maxItems",
						params: { limit: 1e3 },
						message: "must NOT have more than 1000 items"
					};
					if (vErrors === null) vErrors = [err19];
					else vErrors.push(err19);
					errors++;
				}
				const len0 = data7.length;
				for (let i0 = 0; i0 < len0; i0++) {
					let data8 = data7[i0];
					if (typeof data8 === "string") {
						if (func2(data8) > 120) {
							const err20 = {
								instancePath: instancePath + "/workers/" + i0,
								schemaPath: "#/properties/workers/items/maxLength",
								keyword: "maxLength",
								params: { limit: 120 },
								message: "must NOT have more than 120 characters"
							};
							if (vErrors === null) vErrors = [err20];
							else vErrors.push(err20);
							errors++;
						}
					} else {
						const err21 = {
							instancePath: instancePath + "/workers/" + i0,
							schemaPath: "#/properties/workers/items/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err21];
						else vErrors.push(err21);
						errors++;
					}
				}
			} else {
				const err22 = {
					instancePath: instancePath + "/workers",
					schemaPath: "#/properties/workers/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err22];
				else vErrors.push(err22);
				errors++;
			}
		}
		if (data.rehearsal !== void 0) {
			if (true !== data.rehearsal) {
				const err23 = {
					instancePath: instancePath + "/rehearsal",
					schemaPath: "#/properties/rehearsal/const",
					keyword: "const",
					params: { allowedValue: true },
					message: "must be equal to constant"
				};
				if (vErrors === null) vErrors = [err23];
				else vErrors.push(err23);
				errors++;
			}
		}
		if (data.digest !== void 0) {
			let data10 = data.digest;
			if (typeof data10 === "string") {
				if (!pattern7.test(data10)) {
					const err24 = {
						instancePath: instancePath + "/digest",
						schemaPath: "#/properties/digest/pattern",
						keyword: "pattern",
						params: { pattern: "^[0-9a-f]{64}$" },
						message: "must match pattern \"^[0-9a-f]{64}$\""
					};
					if (vErrors === null) vErrors = [err24];
					else vErrors.push(err24);
					errors++;
				}
			} else {
				const err25 = {
					instancePath: instancePath + "/digest",
					schemaPath: "#/properties/digest/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err25];
				else vErrors.push(err25);
				errors++;
			}
		}
		if (data.rows !== void 0) {
			let data11 = data.rows;
			if (Array.isArray(data11)) {
				if (data11.length > 1e6) {
					const err26 = {
						instancePath: instancePath + "/rows",
						schemaPath: "#/properties/rows/maxItems",
						keyword: "maxItems",
						params: { limit: 1e6 },
						message: "must NOT have more than 1000000 items"
					};
					if (vErrors === null) vErrors = [err26];
					else vErrors.push(err26);
					errors++;
				}
				const len1 = data11.length;
				for (let i1 = 0; i1 < len1; i1++) {
					let data12 = data11[i1];
					if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
						if (data12.task === void 0) {
							const err27 = {
								instancePath: instancePath + "/rows/" + i1,
								schemaPath: "#/properties/rows/items/required",
								keyword: "required",
								params: { missingProperty: "task" },
								message: "must have required property 'task'"
							};
							if (vErrors === null) vErrors = [err27];
							else vErrors.push(err27);
							errors++;
						}
						if (data12.model === void 0) {
							const err28 = {
								instancePath: instancePath + "/rows/" + i1,
								schemaPath: "#/properties/rows/items/required",
								keyword: "required",
								params: { missingProperty: "model" },
								message: "must have required property 'model'"
							};
							if (vErrors === null) vErrors = [err28];
							else vErrors.push(err28);
							errors++;
						}
						if (data12.class === void 0) {
							const err29 = {
								instancePath: instancePath + "/rows/" + i1,
								schemaPath: "#/properties/rows/items/required",
								keyword: "required",
								params: { missingProperty: "class" },
								message: "must have required property 'class'"
							};
							if (vErrors === null) vErrors = [err29];
							else vErrors.push(err29);
							errors++;
						}
						if (data12.gpuWhPer1000Queries === void 0) {
							const err30 = {
								instancePath: instancePath + "/rows/" + i1,
								schemaPath: "#/properties/rows/items/required",
								keyword: "required",
								params: { missingProperty: "gpuWhPer1000Queries" },
								message: "must have required property 'gpuWhPer1000Queries'"
							};
							if (vErrors === null) vErrors = [err30];
							else vErrors.push(err30);
							errors++;
						}
						if (data12.stars === void 0) {
							const err31 = {
								instancePath: instancePath + "/rows/" + i1,
								schemaPath: "#/properties/rows/items/required",
								keyword: "required",
								params: { missingProperty: "stars" },
								message: "must have required property 'stars'"
							};
							if (vErrors === null) vErrors = [err31];
							else vErrors.push(err31);
							errors++;
						}
						for (const key1 in data12) if (!(key1 === "task" || key1 === "model" || key1 === "class" || key1 === "gpuWhPer1000Queries" || key1 === "stars" || key1 === "record" || key1 === "recordDigest")) {
							const err32 = {
								instancePath: instancePath + "/rows/" + i1,
								schemaPath: "#/properties/rows/items/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key1 },
								message: "must NOT have additional properties"
							};
							if (vErrors === null) vErrors = [err32];
							else vErrors.push(err32);
							errors++;
						}
						if (data12.task !== void 0) {
							if (!validate124(data12.task, {
								instancePath: instancePath + "/rows/" + i1 + "/task",
								parentData: data12,
								parentDataProperty: "task",
								rootData,
								dynamicAnchors
							})) {
								vErrors = vErrors === null ? validate124.errors : vErrors.concat(validate124.errors);
								errors = vErrors.length;
							}
						}
						if (data12.model !== void 0) {
							let data14 = data12.model;
							if (typeof data14 === "string") {
								if (func2(data14) > 193) {
									const err33 = {
										instancePath: instancePath + "/rows/" + i1 + "/model",
										schemaPath: "#/properties/rows/items/properties/model/maxLength",
										keyword: "maxLength",
										params: { limit: 193 },
										message: "must NOT have more than 193 characters"
									};
									if (vErrors === null) vErrors = [err33];
									else vErrors.push(err33);
									errors++;
								}
								if (func2(data14) < 1) {
									const err34 = {
										instancePath: instancePath + "/rows/" + i1 + "/model",
										schemaPath: "#/properties/rows/items/properties/model/minLength",
										keyword: "minLength",
										params: { limit: 1 },
										message: "must NOT have fewer than 1 characters"
									};
									if (vErrors === null) vErrors = [err34];
									else vErrors.push(err34);
									errors++;
								}
							} else {
								const err35 = {
									instancePath: instancePath + "/rows/" + i1 + "/model",
									schemaPath: "#/properties/rows/items/properties/model/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err35];
								else vErrors.push(err35);
								errors++;
							}
						}
						if (data12.class !== void 0) {
							if (!validate126(data12.class, {
								instancePath: instancePath + "/rows/" + i1 + "/class",
								parentData: data12,
								parentDataProperty: "class",
								rootData,
								dynamicAnchors
							})) {
								vErrors = vErrors === null ? validate126.errors : vErrors.concat(validate126.errors);
								errors = vErrors.length;
							}
						}
						if (data12.gpuWhPer1000Queries !== void 0) {
							let data16 = data12.gpuWhPer1000Queries;
							if (typeof data16 == "number" && isFinite(data16)) {
								if (data16 > 1e9 || isNaN(data16)) {
									const err36 = {
										instancePath: instancePath + "/rows/" + i1 + "/gpuWhPer1000Queries",
										schemaPath: "#/properties/rows/items/properties/gpuWhPer1000Queries/maximum",
										keyword: "maximum",
										params: {
											comparison: "<=",
											limit: 1e9
										},
										message: "must be <= 1000000000"
									};
									if (vErrors === null) vErrors = [err36];
									else vErrors.push(err36);
									errors++;
								}
								if (data16 <= 0 || isNaN(data16)) {
									const err37 = {
										instancePath: instancePath + "/rows/" + i1 + "/gpuWhPer1000Queries",
										schemaPath: "#/properties/rows/items/properties/gpuWhPer1000Queries/exclusiveMinimum",
										keyword: "exclusiveMinimum",
										params: {
											comparison: ">",
											limit: 0
										},
										message: "must be > 0"
									};
									if (vErrors === null) vErrors = [err37];
									else vErrors.push(err37);
									errors++;
								}
							} else {
								const err38 = {
									instancePath: instancePath + "/rows/" + i1 + "/gpuWhPer1000Queries",
									schemaPath: "#/properties/rows/items/properties/gpuWhPer1000Queries/type",
									keyword: "type",
									params: { type: "number" },
									message: "must be number"
								};
								if (vErrors === null) vErrors = [err38];
								else vErrors.push(err38);
								errors++;
							}
						}
						if (data12.stars !== void 0) {
							let data17 = data12.stars;
							if (!(typeof data17 == "number" && !(data17 % 1) && !isNaN(data17) && isFinite(data17))) {
								const err39 = {
									instancePath: instancePath + "/rows/" + i1 + "/stars",
									schemaPath: "#/properties/rows/items/properties/stars/type",
									keyword: "type",
									params: { type: "integer" },
									message: "must be integer"
								};
								if (vErrors === null) vErrors = [err39];
								else vErrors.push(err39);
								errors++;
							}
							if (typeof data17 == "number" && isFinite(data17)) {
								if (data17 > 5 || isNaN(data17)) {
									const err40 = {
										instancePath: instancePath + "/rows/" + i1 + "/stars",
										schemaPath: "#/properties/rows/items/properties/stars/maximum",
										keyword: "maximum",
										params: {
											comparison: "<=",
											limit: 5
										},
										message: "must be <= 5"
									};
									if (vErrors === null) vErrors = [err40];
									else vErrors.push(err40);
									errors++;
								}
								if (data17 < 1 || isNaN(data17)) {
									const err41 = {
										instancePath: instancePath + "/rows/" + i1 + "/stars",
										schemaPath: "#/properties/rows/items/properties/stars/minimum",
										keyword: "minimum",
										params: {
											comparison: ">=",
											limit: 1
										},
										message: "must be >= 1"
									};
									if (vErrors === null) vErrors = [err41];
									else vErrors.push(err41);
									errors++;
								}
							}
						}
						if (data12.record !== void 0) {
							let data18 = data12.record;
							if (typeof data18 === "string") {
								if (func2(data18) > 300) {
									const err42 = {
										instancePath: instancePath + "/rows/" + i1 + "/record",
										schemaPath: "#/properties/rows/items/properties/record/maxLength",
										keyword: "maxLength",
										params: { limit: 300 },
										message: "must NOT have more than 300 characters"
									};
									if (vErrors === null) vErrors = [err42];
									else vErrors.push(err42);
									errors++;
								}
								if (!pattern23.test(data18)) {
									const err43 = {
										instancePath: instancePath + "/rows/" + i1 + "/record",
										schemaPath: "#/properties/rows/items/properties/record/pattern",
										keyword: "pattern",
										params: { pattern: "^results/[^/]+/[^/]+/[^/]+/[0-9a-f]{12}\\.json$" },
										message: "must match pattern \"^results/[^/]+/[^/]+/[^/]+/[0-9a-f]{12}\\.json$\""
									};
									if (vErrors === null) vErrors = [err43];
									else vErrors.push(err43);
									errors++;
								}
							} else {
								const err44 = {
									instancePath: instancePath + "/rows/" + i1 + "/record",
									schemaPath: "#/properties/rows/items/properties/record/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err44];
								else vErrors.push(err44);
								errors++;
							}
						}
						if (data12.recordDigest !== void 0) {
							let data19 = data12.recordDigest;
							if (typeof data19 === "string") {
								if (!pattern7.test(data19)) {
									const err45 = {
										instancePath: instancePath + "/rows/" + i1 + "/recordDigest",
										schemaPath: "#/properties/rows/items/properties/recordDigest/pattern",
										keyword: "pattern",
										params: { pattern: "^[0-9a-f]{64}$" },
										message: "must match pattern \"^[0-9a-f]{64}$\""
									};
									if (vErrors === null) vErrors = [err45];
									else vErrors.push(err45);
									errors++;
								}
							} else {
								const err46 = {
									instancePath: instancePath + "/rows/" + i1 + "/recordDigest",
									schemaPath: "#/properties/rows/items/properties/recordDigest/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err46];
								else vErrors.push(err46);
								errors++;
							}
						}
					} else {
						const err47 = {
							instancePath: instancePath + "/rows/" + i1,
							schemaPath: "#/properties/rows/items/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object"
						};
						if (vErrors === null) vErrors = [err47];
						else vErrors.push(err47);
						errors++;
					}
				}
			} else {
				const err48 = {
					instancePath: instancePath + "/rows",
					schemaPath: "#/properties/rows/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err48];
				else vErrors.push(err48);
				errors++;
			}
		}
	} else {
		const err49 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err49];
		else vErrors.push(err49);
		errors++;
	}
	validate123.errors = vErrors;
	return errors === 0;
}
validate123.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
const validatePolicy = validate128;
const schema48 = {
	"$schema": "https://json-schema.org/draft/2020-12/schema",
	"$id": "urn:ai-energy-score:schema:policy:1",
	"title": "Policy",
	"description": "What a leaderboard team decides: how runs go, what counts as official, which backends, workers and data sets are used.",
	"type": "object",
	"additionalProperties": false,
	"required": ["schemaVersion", "name"],
	"properties": {
		"schemaVersion": {
			"const": 1,
			"description": "Version of this format. Always 1."
		},
		"name": {
			"type": "string",
			"minLength": 1,
			"maxLength": 80,
			"description": "The policy's name, shown in comments and pages."
		},
		"rehearsal": {
			"type": "boolean",
			"default": false,
			"description": "Whether this repository only rehearses: it then takes results of scripted hardware, and shows a watermark everywhere."
		},
		"backends": {
			"type": "array",
			"minItems": 1,
			"maxItems": 3,
			"uniqueItems": true,
			"default": ["embedded"],
			"items": {
				"enum": [
					"transformers",
					"embedded",
					"endpoint"
				],
				"description": "A backend."
			},
			"description": "The backends that may run; the first is the default."
		},
		"run": {
			"type": "object",
			"additionalProperties": false,
			"default": {},
			"description": "How a run goes.",
			"properties": {
				"runs": {
					"type": "integer",
					"minimum": 1,
					"maximum": 100,
					"default": 10,
					"description": "Runs per result."
				},
				"runsByTask": {
					"type": "object",
					"additionalProperties": false,
					"default": { "reasoning": 1 },
					"description": "Runs per result for single tasks.",
					"patternProperties": { "^[a-z-]{1,40}$": {
						"type": "integer",
						"minimum": 1,
						"maximum": 100,
						"description": "Runs per result for this task."
					} }
				},
				"auto": {
					"type": "object",
					"additionalProperties": false,
					"default": {},
					"description": "How --runs auto finds the number of runs.",
					"properties": {
						"minimumRuns": {
							"type": "integer",
							"minimum": 2,
							"maximum": 100,
							"default": 5,
							"description": "Runs before the first look."
						},
						"maximumRuns": {
							"type": "integer",
							"minimum": 2,
							"maximum": 100,
							"default": 100,
							"description": "Runs after which it ends in any case; minimumRuns, where that is more."
						},
						"halfWidthFraction": {
							"type": "number",
							"exclusiveMinimum": 0,
							"maximum": 1,
							"default": .01,
							"description": "Half of the 95 % interval at which it ends, as a fraction of the mean."
						}
					}
				},
				"minimumPhaseSeconds": {
					"type": "number",
					"minimum": 0,
					"maximum": 3600,
					"default": 10,
					"description": "A phase shorter than this repeats the whole data set, in seconds."
				},
				"warmUpMaximumSeconds": {
					"type": "number",
					"minimum": 0,
					"maximum": 3600,
					"default": 120,
					"description": "Upper bound of the warm-up, in seconds."
				},
				"coolDownMaximumSeconds": {
					"type": "number",
					"minimum": 0,
					"maximum": 3600,
					"default": 0,
					"description": "Longest wait before each run for the GPUs to be as cool as after the warm-up, in seconds; 0 waits for nothing."
				},
				"traceHertz": {
					"type": "number",
					"minimum": 1,
					"maximum": 100,
					"default": 10,
					"description": "Sampling rate of the trace, in hertz."
				},
				"deadlineSeconds": {
					"type": "integer",
					"minimum": 10,
					"maximum": 432e3,
					"default": 21600,
					"description": "A benchmark that takes longer is ended, in seconds."
				},
				"stallSeconds": {
					"type": "number",
					"minimum": 1,
					"maximum": 86400,
					"default": 600,
					"description": "A backend that tells no progress for so long while it should answer queries is ended, in seconds."
				},
				"checkpointAfterSeconds": {
					"type": "number",
					"minimum": 0,
					"maximum": 432e3,
					"default": 60,
					"description": "A benchmark that has run for so long keeps its finished runs in the output folder, to be resumed, in seconds."
				}
			}
		},
		"official": {
			"type": "object",
			"additionalProperties": false,
			"default": {},
			"description": "What a result needs to be official.",
			"properties": {
				"gpus": {
					"type": "array",
					"maxItems": 32,
					"default": ["NVIDIA H100 80GB HBM3"],
					"items": {
						"type": "string",
						"minLength": 1,
						"maxLength": 120,
						"description": "A GPU's exact product name as NVML tells it."
					},
					"description": "GPU models whose results are official."
				},
				"runs": {
					"type": "integer",
					"minimum": 1,
					"maximum": 100,
					"default": 10,
					"description": "Least number of runs."
				},
				"runsByTask": {
					"type": "object",
					"additionalProperties": false,
					"default": { "reasoning": 1 },
					"description": "Least number of runs for single tasks.",
					"patternProperties": { "^[a-z-]{1,40}$": {
						"type": "integer",
						"minimum": 1,
						"maximum": 100,
						"description": "Least number of runs for this task."
					} }
				},
				"autoRuns": {
					"type": "boolean",
					"default": false,
					"description": "Whether results that ended by --runs auto can be official."
				},
				"queries": {
					"type": "integer",
					"minimum": 1,
					"maximum": 1e6,
					"default": 1e3,
					"description": "Queries in one pass."
				},
				"minimumPhaseSeconds": {
					"type": "number",
					"minimum": 0,
					"maximum": 3600,
					"default": 10,
					"description": "Shortest measured phase, in seconds."
				}
			}
		},
		"tolerances": {
			"type": "object",
			"additionalProperties": false,
			"default": {},
			"description": "Limits of the result checks, as fractions unless a unit is named.",
			"properties": {
				"coefficientOfVariation": {
					"type": "number",
					"minimum": 0,
					"maximum": 1,
					"default": .05,
					"description": "Largest standard deviation over the runs, as a fraction of their mean."
				},
				"drift": {
					"type": "number",
					"minimum": 0,
					"maximum": 1,
					"default": .03,
					"description": "Largest change from the first run to the last, as a fraction of the mean."
				},
				"agreement": {
					"type": "number",
					"minimum": 0,
					"maximum": 1,
					"default": .05,
					"description": "Largest difference between counter and integrated trace, as a fraction of the counter."
				},
				"traceGapSeconds": {
					"type": "number",
					"minimum": .1,
					"maximum": 60,
					"default": 1,
					"description": "Longest gap in the trace, in seconds."
				}
			}
		},
		"workers": {
			"type": "object",
			"additionalProperties": false,
			"default": {},
			"description": "Which versions of the backends' software are trusted.",
			"properties": {
				"denied": {
					"type": "array",
					"maxItems": 1e3,
					"default": [],
					"items": {
						"type": "string",
						"minLength": 1,
						"maxLength": 120,
						"description": "<backend>@<version>, as in embedded@0.1.0."
					},
					"description": "Versions whose results are invalid."
				},
				"containers": {
					"type": "array",
					"maxItems": 1e3,
					"default": [],
					"items": {
						"type": "string",
						"pattern": "^[0-9a-f]{64}$",
						"description": "Digest of an image, without sha256:."
					},
					"description": "Container images that are trusted; empty trusts every image that is named by its digest."
				}
			}
		},
		"limits": {
			"type": "object",
			"additionalProperties": false,
			"default": {},
			"description": "Sizes and counts.",
			"properties": {
				"submissionBytes": {
					"type": "integer",
					"minimum": 256,
					"maximum": 1048576,
					"default": 16384,
					"description": "Largest submission file, in bytes."
				},
				"modelBytes": {
					"type": "integer",
					"minimum": 1,
					"maximum": 0x9184e72a000,
					"default": 2e11,
					"description": "Largest model download, in bytes."
				},
				"maxSubmissions": {
					"type": "integer",
					"minimum": 1,
					"maximum": 1e3,
					"default": 1,
					"description": "Submissions in one pull request."
				},
				"cacheBytes": {
					"type": "integer",
					"minimum": 1,
					"maximum": 0x38d7ea4c68000,
					"default": 2e12,
					"description": "Largest sum of all downloads that are kept, in bytes."
				}
			}
		},
		"deniedModels": {
			"type": "array",
			"maxItems": 1e4,
			"default": [],
			"items": {
				"type": "string",
				"minLength": 1,
				"maxLength": 193,
				"description": "A model's id, or <org>/* for all of an organisation's."
			},
			"description": "Models that are not scored."
		},
		"datasets": {
			"type": "object",
			"additionalProperties": false,
			"default": {},
			"description": "Local data sets by task, used in place of the official ones. Their results are never official.",
			"patternProperties": { "^[a-z-]{1,40}$": {
				"type": "object",
				"additionalProperties": false,
				"required": ["path"],
				"description": "A local data set.",
				"properties": { "path": {
					"type": "string",
					"minLength": 1,
					"maxLength": 200,
					"pattern": "^(?!.*\\.\\.)[A-Za-z0-9._/-]+\\.jsonl$",
					"description": "A JSON Lines file below the policy's folder."
				} }
			} }
		},
		"board": {
			"type": "object",
			"additionalProperties": false,
			"default": {},
			"description": "How boards are shown.",
			"properties": { "minimumModels": {
				"type": "integer",
				"minimum": 1,
				"maximum": 1e3,
				"default": 3,
				"description": "Fewest models on a board before it has stars."
			} }
		},
		"evidence": {
			"type": "object",
			"additionalProperties": false,
			"default": {},
			"description": "Where self-reported results may lie.",
			"properties": {
				"hosts": {
					"type": "array",
					"maxItems": 100,
					"default": [],
					"uniqueItems": true,
					"items": {
						"type": "string",
						"maxLength": 253,
						"pattern": "^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$",
						"description": "A host name, matched whole."
					},
					"description": "Hosts that evidence may be fetched from."
				},
				"bytes": {
					"type": "integer",
					"minimum": 1,
					"maximum": 1e10,
					"default": 268435456,
					"description": "Largest evidence file, in bytes."
				},
				"unpackedBytes": {
					"type": "integer",
					"minimum": 1,
					"maximum": 1e11,
					"default": 2147483648,
					"description": "Largest evidence unpacked, in bytes."
				}
			}
		},
		"bot": {
			"type": "object",
			"additionalProperties": false,
			"description": "How the bot of a submissions repository gives out GPU time. Absent where the defaults do; it never changes what is measured, or how.",
			"properties": {
				"runner": {
					"type": "array",
					"minItems": 1,
					"maxItems": 20,
					"items": {
						"type": "string",
						"pattern": "^[A-Za-z0-9_.-]{1,100}$",
						"description": "A label."
					},
					"description": "Labels of the runner that measures; self-hosted and h100 where it is absent."
				},
				"otherRunners": {
					"type": "array",
					"maxItems": 50,
					"uniqueItems": true,
					"items": {
						"type": "string",
						"pattern": "^[A-Za-z0-9_.-]{1,100}$",
						"description": "A label."
					},
					"description": "Labels that /benchmark --runner may name in place of the last of runner."
				},
				"maximumMinutes": {
					"type": "integer",
					"minimum": 1,
					"maximum": 7200,
					"description": "Longest measurement that can be ordered, in minutes; 7200, which is five days, where it is absent."
				},
				"gpuMinutesPerMonth": {
					"type": "integer",
					"minimum": 0,
					"maximum": 1e7,
					"description": "GPU minutes that one submitter's pull requests may be given in a calendar month, UTC; without limit where it is absent."
				},
				"teams": {
					"type": "array",
					"maxItems": 500,
					"description": "Submitters with limits of their own.",
					"items": {
						"type": "object",
						"additionalProperties": false,
						"required": ["name", "members"],
						"description": "A team.",
						"properties": {
							"name": {
								"type": "string",
								"minLength": 1,
								"maxLength": 100,
								"description": "Its name, for people."
							},
							"members": {
								"type": "array",
								"minItems": 1,
								"maxItems": 500,
								"uniqueItems": true,
								"items": {
									"type": "integer",
									"minimum": 1,
									"maximum": 0x38d7ea4c68000,
									"description": "The id of an account, as https://api.github.com/users/LOGIN tells it."
								},
								"description": "Its members, by id: a login can change hands."
							},
							"maxSubmissions": {
								"type": "integer",
								"minimum": 1,
								"maximum": 1e3,
								"description": "Submissions in one pull request; limits.maxSubmissions where it is absent."
							},
							"gpuMinutesPerMonth": {
								"type": "integer",
								"minimum": 0,
								"maximum": 1e7,
								"description": "GPU minutes of all members together in a calendar month; the submitter's own where it is absent."
							}
						}
					}
				}
			}
		},
		"pages": {
			"type": "object",
			"additionalProperties": false,
			"required": ["url"],
			"description": "Where the public pages are served. Absent where there are none; it never changes what is measured, or how.",
			"properties": { "url": {
				"type": "string",
				"maxLength": 200,
				"pattern": "^https://[a-z0-9.-]+(?::[0-9]{1,5})?/(?:[A-Za-z0-9._~-]+/)*$",
				"description": "Address of the folder that holds the results repository's files, with a slash at its end, as in https://example.org/board/. Labels, badges, the feed and the citation then link there."
			} }
		}
	}
};
const pattern25 = new RegExp("^[a-z-]{1,40}$", "u");
const pattern32 = new RegExp("^(?!.*\\.\\.)[A-Za-z0-9._/-]+\\.jsonl$", "u");
const pattern33 = new RegExp("^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$", "u");
const pattern34 = new RegExp("^[A-Za-z0-9_.-]{1,100}$", "u");
const pattern36 = new RegExp("^https://[a-z0-9.-]+(?::[0-9]{1,5})?/(?:[A-Za-z0-9._~-]+/)*$", "u");
function validate128(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate128.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.rehearsal === void 0) data.rehearsal = false;
		if (data.backends === void 0) data.backends = ["embedded"];
		if (data.run === void 0) data.run = {};
		if (data.official === void 0) data.official = {};
		if (data.tolerances === void 0) data.tolerances = {};
		if (data.workers === void 0) data.workers = {};
		if (data.limits === void 0) data.limits = {};
		if (data.deniedModels === void 0) data.deniedModels = [];
		if (data.datasets === void 0) data.datasets = {};
		if (data.board === void 0) data.board = {};
		if (data.evidence === void 0) data.evidence = {};
		if (data.schemaVersion === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "schemaVersion" },
				message: "must have required property 'schemaVersion'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.name === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "name" },
				message: "must have required property 'name'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		for (const key0 in data) if (!func1.call(schema48.properties, key0)) {
			const err2 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.schemaVersion !== void 0) {
			if (1 !== data.schemaVersion) {
				const err3 = {
					instancePath: instancePath + "/schemaVersion",
					schemaPath: "#/properties/schemaVersion/const",
					keyword: "const",
					params: { allowedValue: 1 },
					message: "must be equal to constant"
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
		if (data.name !== void 0) {
			let data1 = data.name;
			if (typeof data1 === "string") {
				if (func2(data1) > 80) {
					const err4 = {
						instancePath: instancePath + "/name",
						schemaPath: "#/properties/name/maxLength",
						keyword: "maxLength",
						params: { limit: 80 },
						message: "must NOT have more than 80 characters"
					};
					if (vErrors === null) vErrors = [err4];
					else vErrors.push(err4);
					errors++;
				}
				if (func2(data1) < 1) {
					const err5 = {
						instancePath: instancePath + "/name",
						schemaPath: "#/properties/name/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters"
					};
					if (vErrors === null) vErrors = [err5];
					else vErrors.push(err5);
					errors++;
				}
			} else {
				const err6 = {
					instancePath: instancePath + "/name",
					schemaPath: "#/properties/name/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err6];
				else vErrors.push(err6);
				errors++;
			}
		}
		if (typeof data.rehearsal !== "boolean") {
			const err7 = {
				instancePath: instancePath + "/rehearsal",
				schemaPath: "#/properties/rehearsal/type",
				keyword: "type",
				params: { type: "boolean" },
				message: "must be boolean"
			};
			if (vErrors === null) vErrors = [err7];
			else vErrors.push(err7);
			errors++;
		}
		let data3 = data.backends;
		if (Array.isArray(data3)) {
			if (data3.length > 3) {
				const err8 = {
					instancePath: instancePath + "/backends",
					schemaPath: "#/properties/backends/maxItems",
					keyword: "maxItems",
					params: { limit: 3 },
					message: "must NOT have more than 3 items"
				};
				if (vErrors === null) vErrors = [err8];
				else vErrors.push(err8);
				errors++;
			}
			if (data3.length < 1) {
				const err9 = {
					instancePath: instancePath + "/backends",
					schemaPath: "#/properties/backends/minItems",
					keyword: "minItems",
					params: { limit: 1 },
					message: "must NOT have fewer than 1 items"
				};
				if (vErrors === null) vErrors = [err9];
				else vErrors.push(err9);
				errors++;
			}
			const len0 = data3.length;
			for (let i0 = 0; i0 < len0; i0++) {
				let data4 = data3[i0];
				if (!(data4 === "transformers" || data4 === "embedded" || data4 === "endpoint")) {
					const err10 = {
						instancePath: instancePath + "/backends/" + i0,
						schemaPath: "#/properties/backends/items/enum",
						keyword: "enum",
						params: { allowedValues: schema48.properties.backends.items.enum },
						message: "must be equal to one of the allowed values"
					};
					if (vErrors === null) vErrors = [err10];
					else vErrors.push(err10);
					errors++;
				}
			}
			let i1 = data3.length;
			let j0;
			if (i1 > 1) {
				outer0: for (; i1--;) for (j0 = i1; j0--;) if (func0(data3[i1], data3[j0])) {
					const err11 = {
						instancePath: instancePath + "/backends",
						schemaPath: "#/properties/backends/uniqueItems",
						keyword: "uniqueItems",
						params: {
							i: i1,
							j: j0
						},
						message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)"
					};
					if (vErrors === null) vErrors = [err11];
					else vErrors.push(err11);
					errors++;
					break outer0;
				}
			}
		} else {
			const err12 = {
				instancePath: instancePath + "/backends",
				schemaPath: "#/properties/backends/type",
				keyword: "type",
				params: { type: "array" },
				message: "must be array"
			};
			if (vErrors === null) vErrors = [err12];
			else vErrors.push(err12);
			errors++;
		}
		let data5 = data.run;
		if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
			if (data5.runs === void 0) data5.runs = 10;
			if (data5.runsByTask === void 0) data5.runsByTask = { "reasoning": 1 };
			if (data5.auto === void 0) data5.auto = {};
			if (data5.minimumPhaseSeconds === void 0) data5.minimumPhaseSeconds = 10;
			if (data5.warmUpMaximumSeconds === void 0) data5.warmUpMaximumSeconds = 120;
			if (data5.coolDownMaximumSeconds === void 0) data5.coolDownMaximumSeconds = 0;
			if (data5.traceHertz === void 0) data5.traceHertz = 10;
			if (data5.deadlineSeconds === void 0) data5.deadlineSeconds = 21600;
			if (data5.stallSeconds === void 0) data5.stallSeconds = 600;
			if (data5.checkpointAfterSeconds === void 0) data5.checkpointAfterSeconds = 60;
			for (const key1 in data5) if (!func1.call(schema48.properties.run.properties, key1)) {
				const err13 = {
					instancePath: instancePath + "/run",
					schemaPath: "#/properties/run/additionalProperties",
					keyword: "additionalProperties",
					params: { additionalProperty: key1 },
					message: "must NOT have additional properties"
				};
				if (vErrors === null) vErrors = [err13];
				else vErrors.push(err13);
				errors++;
			}
			let data6 = data5.runs;
			if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6) && isFinite(data6))) {
				const err14 = {
					instancePath: instancePath + "/run/runs",
					schemaPath: "#/properties/run/properties/runs/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err14];
				else vErrors.push(err14);
				errors++;
			}
			if (typeof data6 == "number" && isFinite(data6)) {
				if (data6 > 100 || isNaN(data6)) {
					const err15 = {
						instancePath: instancePath + "/run/runs",
						schemaPath: "#/properties/run/properties/runs/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 100
						},
						message: "must be <= 100"
					};
					if (vErrors === null) vErrors = [err15];
					else vErrors.push(err15);
					errors++;
				}
				if (data6 < 1 || isNaN(data6)) {
					const err16 = {
						instancePath: instancePath + "/run/runs",
						schemaPath: "#/properties/run/properties/runs/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1"
					};
					if (vErrors === null) vErrors = [err16];
					else vErrors.push(err16);
					errors++;
				}
			}
			let data7 = data5.runsByTask;
			if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
				for (const key2 in data7) if (!pattern25.test(key2)) {
					const err17 = {
						instancePath: instancePath + "/run/runsByTask",
						schemaPath: "#/properties/run/properties/runsByTask/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key2 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err17];
					else vErrors.push(err17);
					errors++;
				}
				for (const key3 in data7) if (pattern25.test(key3)) {
					let data8 = data7[key3];
					if (!(typeof data8 == "number" && !(data8 % 1) && !isNaN(data8) && isFinite(data8))) {
						const err18 = {
							instancePath: instancePath + "/run/runsByTask/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),
							schemaPath: "#/properties/run/properties/runsByTask/patternProperties/%5E%5Ba-z-%5D%7B1%2C40%7D%24/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err18];
						else vErrors.push(err18);
						errors++;
					}
					if (typeof data8 == "number" && isFinite(data8)) {
						if (data8 > 100 || isNaN(data8)) {
							const err19 = {
								instancePath: instancePath + "/run/runsByTask/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),
								schemaPath: "#/properties/run/properties/runsByTask/patternProperties/%5E%5Ba-z-%5D%7B1%2C40%7D%24/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 100
								},
								message: "must be <= 100"
							};
							if (vErrors === null) vErrors = [err19];
							else vErrors.push(err19);
							errors++;
						}
						if (data8 < 1 || isNaN(data8)) {
							const err20 = {
								instancePath: instancePath + "/run/runsByTask/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),
								schemaPath: "#/properties/run/properties/runsByTask/patternProperties/%5E%5Ba-z-%5D%7B1%2C40%7D%24/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1"
							};
							if (vErrors === null) vErrors = [err20];
							else vErrors.push(err20);
							errors++;
						}
					}
				}
			} else {
				const err21 = {
					instancePath: instancePath + "/run/runsByTask",
					schemaPath: "#/properties/run/properties/runsByTask/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err21];
				else vErrors.push(err21);
				errors++;
			}
			let data9 = data5.auto;
			if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
				if (data9.minimumRuns === void 0) data9.minimumRuns = 5;
				if (data9.maximumRuns === void 0) data9.maximumRuns = 100;
				if (data9.halfWidthFraction === void 0) data9.halfWidthFraction = .01;
				for (const key4 in data9) if (!(key4 === "minimumRuns" || key4 === "maximumRuns" || key4 === "halfWidthFraction")) {
					const err22 = {
						instancePath: instancePath + "/run/auto",
						schemaPath: "#/properties/run/properties/auto/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key4 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err22];
					else vErrors.push(err22);
					errors++;
				}
				let data10 = data9.minimumRuns;
				if (!(typeof data10 == "number" && !(data10 % 1) && !isNaN(data10) && isFinite(data10))) {
					const err23 = {
						instancePath: instancePath + "/run/auto/minimumRuns",
						schemaPath: "#/properties/run/properties/auto/properties/minimumRuns/type",
						keyword: "type",
						params: { type: "integer" },
						message: "must be integer"
					};
					if (vErrors === null) vErrors = [err23];
					else vErrors.push(err23);
					errors++;
				}
				if (typeof data10 == "number" && isFinite(data10)) {
					if (data10 > 100 || isNaN(data10)) {
						const err24 = {
							instancePath: instancePath + "/run/auto/minimumRuns",
							schemaPath: "#/properties/run/properties/auto/properties/minimumRuns/maximum",
							keyword: "maximum",
							params: {
								comparison: "<=",
								limit: 100
							},
							message: "must be <= 100"
						};
						if (vErrors === null) vErrors = [err24];
						else vErrors.push(err24);
						errors++;
					}
					if (data10 < 2 || isNaN(data10)) {
						const err25 = {
							instancePath: instancePath + "/run/auto/minimumRuns",
							schemaPath: "#/properties/run/properties/auto/properties/minimumRuns/minimum",
							keyword: "minimum",
							params: {
								comparison: ">=",
								limit: 2
							},
							message: "must be >= 2"
						};
						if (vErrors === null) vErrors = [err25];
						else vErrors.push(err25);
						errors++;
					}
				}
				let data11 = data9.maximumRuns;
				if (!(typeof data11 == "number" && !(data11 % 1) && !isNaN(data11) && isFinite(data11))) {
					const err26 = {
						instancePath: instancePath + "/run/auto/maximumRuns",
						schemaPath: "#/properties/run/properties/auto/properties/maximumRuns/type",
						keyword: "type",
						params: { type: "integer" },
						message: "must be integer"
					};
					if (vErrors === null) vErrors = [err26];
					else vErrors.push(err26);
					errors++;
				}
				if (typeof data11 == "number" && isFinite(data11)) {
					if (data11 > 100 || isNaN(data11)) {
						const err27 = {
							instancePath: instancePath + "/run/auto/maximumRuns",
							schemaPath: "#/properties/run/properties/auto/properties/maximumRuns/maximum",
							keyword: "maximum",
							params: {
								comparison: "<=",
								limit: 100
							},
							message: "must be <= 100"
						};
						if (vErrors === null) vErrors = [err27];
						else vErrors.push(err27);
						errors++;
					}
					if (data11 < 2 || isNaN(data11)) {
						const err28 = {
							instancePath: instancePath + "/run/auto/maximumRuns",
							schemaPath: "#/properties/run/properties/auto/properties/maximumRuns/minimum",
							keyword: "minimum",
							params: {
								comparison: ">=",
								limit: 2
							},
							message: "must be >= 2"
						};
						if (vErrors === null) vErrors = [err28];
						else vErrors.push(err28);
						errors++;
					}
				}
				let data12 = data9.halfWidthFraction;
				if (typeof data12 == "number" && isFinite(data12)) {
					if (data12 > 1 || isNaN(data12)) {
						const err29 = {
							instancePath: instancePath + "/run/auto/halfWidthFraction",
							schemaPath: "#/properties/run/properties/auto/properties/halfWidthFraction/maximum",
							keyword: "maximum",
							params: {
								comparison: "<=",
								limit: 1
							},
							message: "must be <= 1"
						};
						if (vErrors === null) vErrors = [err29];
						else vErrors.push(err29);
						errors++;
					}
					if (data12 <= 0 || isNaN(data12)) {
						const err30 = {
							instancePath: instancePath + "/run/auto/halfWidthFraction",
							schemaPath: "#/properties/run/properties/auto/properties/halfWidthFraction/exclusiveMinimum",
							keyword: "exclusiveMinimum",
							params: {
								comparison: ">",
								limit: 0
							},
							message: "must be > 0"
						};
						if (vErrors === null) vErrors = [err30];
						else vErrors.push(err30);
						errors++;
					}
				} else {
					const err31 = {
						instancePath: instancePath + "/run/auto/halfWidthFraction",
						schemaPath: "#/properties/run/properties/auto/properties/halfWidthFraction/type",
						keyword: "type",
						params: { type: "number" },
						message: "must be number"
					};
					if (vErrors === null) vErrors = [err31];
					else vErrors.push(err31);
					errors++;
				}
			} else {
				const err32 = {
					instancePath: instancePath + "/run/auto",
					schemaPath: "#/properties/run/properties/auto/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err32];
				else vErrors.push(err32);
				errors++;
			}
			let data13 = data5.minimumPhaseSeconds;
			if (typeof data13 == "number" && isFinite(data13)) {
				if (data13 > 3600 || isNaN(data13)) {
					const err33 = {
						instancePath: instancePath + "/run/minimumPhaseSeconds",
						schemaPath: "#/properties/run/properties/minimumPhaseSeconds/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 3600
						},
						message: "must be <= 3600"
					};
					if (vErrors === null) vErrors = [err33];
					else vErrors.push(err33);
					errors++;
				}
				if (data13 < 0 || isNaN(data13)) {
					const err34 = {
						instancePath: instancePath + "/run/minimumPhaseSeconds",
						schemaPath: "#/properties/run/properties/minimumPhaseSeconds/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0"
					};
					if (vErrors === null) vErrors = [err34];
					else vErrors.push(err34);
					errors++;
				}
			} else {
				const err35 = {
					instancePath: instancePath + "/run/minimumPhaseSeconds",
					schemaPath: "#/properties/run/properties/minimumPhaseSeconds/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number"
				};
				if (vErrors === null) vErrors = [err35];
				else vErrors.push(err35);
				errors++;
			}
			let data14 = data5.warmUpMaximumSeconds;
			if (typeof data14 == "number" && isFinite(data14)) {
				if (data14 > 3600 || isNaN(data14)) {
					const err36 = {
						instancePath: instancePath + "/run/warmUpMaximumSeconds",
						schemaPath: "#/properties/run/properties/warmUpMaximumSeconds/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 3600
						},
						message: "must be <= 3600"
					};
					if (vErrors === null) vErrors = [err36];
					else vErrors.push(err36);
					errors++;
				}
				if (data14 < 0 || isNaN(data14)) {
					const err37 = {
						instancePath: instancePath + "/run/warmUpMaximumSeconds",
						schemaPath: "#/properties/run/properties/warmUpMaximumSeconds/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0"
					};
					if (vErrors === null) vErrors = [err37];
					else vErrors.push(err37);
					errors++;
				}
			} else {
				const err38 = {
					instancePath: instancePath + "/run/warmUpMaximumSeconds",
					schemaPath: "#/properties/run/properties/warmUpMaximumSeconds/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number"
				};
				if (vErrors === null) vErrors = [err38];
				else vErrors.push(err38);
				errors++;
			}
			let data15 = data5.coolDownMaximumSeconds;
			if (typeof data15 == "number" && isFinite(data15)) {
				if (data15 > 3600 || isNaN(data15)) {
					const err39 = {
						instancePath: instancePath + "/run/coolDownMaximumSeconds",
						schemaPath: "#/properties/run/properties/coolDownMaximumSeconds/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 3600
						},
						message: "must be <= 3600"
					};
					if (vErrors === null) vErrors = [err39];
					else vErrors.push(err39);
					errors++;
				}
				if (data15 < 0 || isNaN(data15)) {
					const err40 = {
						instancePath: instancePath + "/run/coolDownMaximumSeconds",
						schemaPath: "#/properties/run/properties/coolDownMaximumSeconds/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0"
					};
					if (vErrors === null) vErrors = [err40];
					else vErrors.push(err40);
					errors++;
				}
			} else {
				const err41 = {
					instancePath: instancePath + "/run/coolDownMaximumSeconds",
					schemaPath: "#/properties/run/properties/coolDownMaximumSeconds/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number"
				};
				if (vErrors === null) vErrors = [err41];
				else vErrors.push(err41);
				errors++;
			}
			let data16 = data5.traceHertz;
			if (typeof data16 == "number" && isFinite(data16)) {
				if (data16 > 100 || isNaN(data16)) {
					const err42 = {
						instancePath: instancePath + "/run/traceHertz",
						schemaPath: "#/properties/run/properties/traceHertz/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 100
						},
						message: "must be <= 100"
					};
					if (vErrors === null) vErrors = [err42];
					else vErrors.push(err42);
					errors++;
				}
				if (data16 < 1 || isNaN(data16)) {
					const err43 = {
						instancePath: instancePath + "/run/traceHertz",
						schemaPath: "#/properties/run/properties/traceHertz/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1"
					};
					if (vErrors === null) vErrors = [err43];
					else vErrors.push(err43);
					errors++;
				}
			} else {
				const err44 = {
					instancePath: instancePath + "/run/traceHertz",
					schemaPath: "#/properties/run/properties/traceHertz/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number"
				};
				if (vErrors === null) vErrors = [err44];
				else vErrors.push(err44);
				errors++;
			}
			let data17 = data5.deadlineSeconds;
			if (!(typeof data17 == "number" && !(data17 % 1) && !isNaN(data17) && isFinite(data17))) {
				const err45 = {
					instancePath: instancePath + "/run/deadlineSeconds",
					schemaPath: "#/properties/run/properties/deadlineSeconds/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err45];
				else vErrors.push(err45);
				errors++;
			}
			if (typeof data17 == "number" && isFinite(data17)) {
				if (data17 > 432e3 || isNaN(data17)) {
					const err46 = {
						instancePath: instancePath + "/run/deadlineSeconds",
						schemaPath: "#/properties/run/properties/deadlineSeconds/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 432e3
						},
						message: "must be <= 432000"
					};
					if (vErrors === null) vErrors = [err46];
					else vErrors.push(err46);
					errors++;
				}
				if (data17 < 10 || isNaN(data17)) {
					const err47 = {
						instancePath: instancePath + "/run/deadlineSeconds",
						schemaPath: "#/properties/run/properties/deadlineSeconds/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 10
						},
						message: "must be >= 10"
					};
					if (vErrors === null) vErrors = [err47];
					else vErrors.push(err47);
					errors++;
				}
			}
			let data18 = data5.stallSeconds;
			if (typeof data18 == "number" && isFinite(data18)) {
				if (data18 > 86400 || isNaN(data18)) {
					const err48 = {
						instancePath: instancePath + "/run/stallSeconds",
						schemaPath: "#/properties/run/properties/stallSeconds/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 86400
						},
						message: "must be <= 86400"
					};
					if (vErrors === null) vErrors = [err48];
					else vErrors.push(err48);
					errors++;
				}
				if (data18 < 1 || isNaN(data18)) {
					const err49 = {
						instancePath: instancePath + "/run/stallSeconds",
						schemaPath: "#/properties/run/properties/stallSeconds/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1"
					};
					if (vErrors === null) vErrors = [err49];
					else vErrors.push(err49);
					errors++;
				}
			} else {
				const err50 = {
					instancePath: instancePath + "/run/stallSeconds",
					schemaPath: "#/properties/run/properties/stallSeconds/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number"
				};
				if (vErrors === null) vErrors = [err50];
				else vErrors.push(err50);
				errors++;
			}
			let data19 = data5.checkpointAfterSeconds;
			if (typeof data19 == "number" && isFinite(data19)) {
				if (data19 > 432e3 || isNaN(data19)) {
					const err51 = {
						instancePath: instancePath + "/run/checkpointAfterSeconds",
						schemaPath: "#/properties/run/properties/checkpointAfterSeconds/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 432e3
						},
						message: "must be <= 432000"
					};
					if (vErrors === null) vErrors = [err51];
					else vErrors.push(err51);
					errors++;
				}
				if (data19 < 0 || isNaN(data19)) {
					const err52 = {
						instancePath: instancePath + "/run/checkpointAfterSeconds",
						schemaPath: "#/properties/run/properties/checkpointAfterSeconds/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0"
					};
					if (vErrors === null) vErrors = [err52];
					else vErrors.push(err52);
					errors++;
				}
			} else {
				const err53 = {
					instancePath: instancePath + "/run/checkpointAfterSeconds",
					schemaPath: "#/properties/run/properties/checkpointAfterSeconds/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number"
				};
				if (vErrors === null) vErrors = [err53];
				else vErrors.push(err53);
				errors++;
			}
		} else {
			const err54 = {
				instancePath: instancePath + "/run",
				schemaPath: "#/properties/run/type",
				keyword: "type",
				params: { type: "object" },
				message: "must be object"
			};
			if (vErrors === null) vErrors = [err54];
			else vErrors.push(err54);
			errors++;
		}
		let data20 = data.official;
		if (data20 && typeof data20 == "object" && !Array.isArray(data20)) {
			if (data20.gpus === void 0) data20.gpus = ["NVIDIA H100 80GB HBM3"];
			if (data20.runs === void 0) data20.runs = 10;
			if (data20.runsByTask === void 0) data20.runsByTask = { "reasoning": 1 };
			if (data20.autoRuns === void 0) data20.autoRuns = false;
			if (data20.queries === void 0) data20.queries = 1e3;
			if (data20.minimumPhaseSeconds === void 0) data20.minimumPhaseSeconds = 10;
			for (const key5 in data20) if (!(key5 === "gpus" || key5 === "runs" || key5 === "runsByTask" || key5 === "autoRuns" || key5 === "queries" || key5 === "minimumPhaseSeconds")) {
				const err55 = {
					instancePath: instancePath + "/official",
					schemaPath: "#/properties/official/additionalProperties",
					keyword: "additionalProperties",
					params: { additionalProperty: key5 },
					message: "must NOT have additional properties"
				};
				if (vErrors === null) vErrors = [err55];
				else vErrors.push(err55);
				errors++;
			}
			let data21 = data20.gpus;
			if (Array.isArray(data21)) {
				if (data21.length > 32) {
					const err56 = {
						instancePath: instancePath + "/official/gpus",
						schemaPath: "#/properties/official/properties/gpus/maxItems",
						keyword: "maxItems",
						params: { limit: 32 },
						message: "must NOT have more than 32 items"
					};
					if (vErrors === null) vErrors = [err56];
					else vErrors.push(err56);
					errors++;
				}
				const len1 = data21.length;
				for (let i2 = 0; i2 < len1; i2++) {
					let data22 = data21[i2];
					if (typeof data22 === "string") {
						if (func2(data22) > 120) {
							const err57 = {
								instancePath: instancePath + "/official/gpus/" + i2,
								schemaPath: "#/properties/official/properties/gpus/items/maxLength",
								keyword: "maxLength",
								params: { limit: 120 },
								message: "must NOT have more than 120 characters"
							};
							if (vErrors === null) vErrors = [err57];
							else vErrors.push(err57);
							errors++;
						}
						if (func2(data22) < 1) {
							const err58 = {
								instancePath: instancePath + "/official/gpus/" + i2,
								schemaPath: "#/properties/official/properties/gpus/items/minLength",
								keyword: "minLength",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 characters"
							};
							if (vErrors === null) vErrors = [err58];
							else vErrors.push(err58);
							errors++;
						}
					} else {
						const err59 = {
							instancePath: instancePath + "/official/gpus/" + i2,
							schemaPath: "#/properties/official/properties/gpus/items/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err59];
						else vErrors.push(err59);
						errors++;
					}
				}
			} else {
				const err60 = {
					instancePath: instancePath + "/official/gpus",
					schemaPath: "#/properties/official/properties/gpus/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err60];
				else vErrors.push(err60);
				errors++;
			}
			let data23 = data20.runs;
			if (!(typeof data23 == "number" && !(data23 % 1) && !isNaN(data23) && isFinite(data23))) {
				const err61 = {
					instancePath: instancePath + "/official/runs",
					schemaPath: "#/properties/official/properties/runs/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err61];
				else vErrors.push(err61);
				errors++;
			}
			if (typeof data23 == "number" && isFinite(data23)) {
				if (data23 > 100 || isNaN(data23)) {
					const err62 = {
						instancePath: instancePath + "/official/runs",
						schemaPath: "#/properties/official/properties/runs/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 100
						},
						message: "must be <= 100"
					};
					if (vErrors === null) vErrors = [err62];
					else vErrors.push(err62);
					errors++;
				}
				if (data23 < 1 || isNaN(data23)) {
					const err63 = {
						instancePath: instancePath + "/official/runs",
						schemaPath: "#/properties/official/properties/runs/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1"
					};
					if (vErrors === null) vErrors = [err63];
					else vErrors.push(err63);
					errors++;
				}
			}
			let data24 = data20.runsByTask;
			if (data24 && typeof data24 == "object" && !Array.isArray(data24)) {
				for (const key6 in data24) if (!pattern25.test(key6)) {
					const err64 = {
						instancePath: instancePath + "/official/runsByTask",
						schemaPath: "#/properties/official/properties/runsByTask/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key6 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err64];
					else vErrors.push(err64);
					errors++;
				}
				for (const key7 in data24) if (pattern25.test(key7)) {
					let data25 = data24[key7];
					if (!(typeof data25 == "number" && !(data25 % 1) && !isNaN(data25) && isFinite(data25))) {
						const err65 = {
							instancePath: instancePath + "/official/runsByTask/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),
							schemaPath: "#/properties/official/properties/runsByTask/patternProperties/%5E%5Ba-z-%5D%7B1%2C40%7D%24/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err65];
						else vErrors.push(err65);
						errors++;
					}
					if (typeof data25 == "number" && isFinite(data25)) {
						if (data25 > 100 || isNaN(data25)) {
							const err66 = {
								instancePath: instancePath + "/official/runsByTask/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),
								schemaPath: "#/properties/official/properties/runsByTask/patternProperties/%5E%5Ba-z-%5D%7B1%2C40%7D%24/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 100
								},
								message: "must be <= 100"
							};
							if (vErrors === null) vErrors = [err66];
							else vErrors.push(err66);
							errors++;
						}
						if (data25 < 1 || isNaN(data25)) {
							const err67 = {
								instancePath: instancePath + "/official/runsByTask/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),
								schemaPath: "#/properties/official/properties/runsByTask/patternProperties/%5E%5Ba-z-%5D%7B1%2C40%7D%24/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1"
							};
							if (vErrors === null) vErrors = [err67];
							else vErrors.push(err67);
							errors++;
						}
					}
				}
			} else {
				const err68 = {
					instancePath: instancePath + "/official/runsByTask",
					schemaPath: "#/properties/official/properties/runsByTask/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err68];
				else vErrors.push(err68);
				errors++;
			}
			if (typeof data20.autoRuns !== "boolean") {
				const err69 = {
					instancePath: instancePath + "/official/autoRuns",
					schemaPath: "#/properties/official/properties/autoRuns/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean"
				};
				if (vErrors === null) vErrors = [err69];
				else vErrors.push(err69);
				errors++;
			}
			let data27 = data20.queries;
			if (!(typeof data27 == "number" && !(data27 % 1) && !isNaN(data27) && isFinite(data27))) {
				const err70 = {
					instancePath: instancePath + "/official/queries",
					schemaPath: "#/properties/official/properties/queries/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err70];
				else vErrors.push(err70);
				errors++;
			}
			if (typeof data27 == "number" && isFinite(data27)) {
				if (data27 > 1e6 || isNaN(data27)) {
					const err71 = {
						instancePath: instancePath + "/official/queries",
						schemaPath: "#/properties/official/properties/queries/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 1e6
						},
						message: "must be <= 1000000"
					};
					if (vErrors === null) vErrors = [err71];
					else vErrors.push(err71);
					errors++;
				}
				if (data27 < 1 || isNaN(data27)) {
					const err72 = {
						instancePath: instancePath + "/official/queries",
						schemaPath: "#/properties/official/properties/queries/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1"
					};
					if (vErrors === null) vErrors = [err72];
					else vErrors.push(err72);
					errors++;
				}
			}
			let data28 = data20.minimumPhaseSeconds;
			if (typeof data28 == "number" && isFinite(data28)) {
				if (data28 > 3600 || isNaN(data28)) {
					const err73 = {
						instancePath: instancePath + "/official/minimumPhaseSeconds",
						schemaPath: "#/properties/official/properties/minimumPhaseSeconds/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 3600
						},
						message: "must be <= 3600"
					};
					if (vErrors === null) vErrors = [err73];
					else vErrors.push(err73);
					errors++;
				}
				if (data28 < 0 || isNaN(data28)) {
					const err74 = {
						instancePath: instancePath + "/official/minimumPhaseSeconds",
						schemaPath: "#/properties/official/properties/minimumPhaseSeconds/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0"
					};
					if (vErrors === null) vErrors = [err74];
					else vErrors.push(err74);
					errors++;
				}
			} else {
				const err75 = {
					instancePath: instancePath + "/official/minimumPhaseSeconds",
					schemaPath: "#/properties/official/properties/minimumPhaseSeconds/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number"
				};
				if (vErrors === null) vErrors = [err75];
				else vErrors.push(err75);
				errors++;
			}
		} else {
			const err76 = {
				instancePath: instancePath + "/official",
				schemaPath: "#/properties/official/type",
				keyword: "type",
				params: { type: "object" },
				message: "must be object"
			};
			if (vErrors === null) vErrors = [err76];
			else vErrors.push(err76);
			errors++;
		}
		let data29 = data.tolerances;
		if (data29 && typeof data29 == "object" && !Array.isArray(data29)) {
			if (data29.coefficientOfVariation === void 0) data29.coefficientOfVariation = .05;
			if (data29.drift === void 0) data29.drift = .03;
			if (data29.agreement === void 0) data29.agreement = .05;
			if (data29.traceGapSeconds === void 0) data29.traceGapSeconds = 1;
			for (const key8 in data29) if (!(key8 === "coefficientOfVariation" || key8 === "drift" || key8 === "agreement" || key8 === "traceGapSeconds")) {
				const err77 = {
					instancePath: instancePath + "/tolerances",
					schemaPath: "#/properties/tolerances/additionalProperties",
					keyword: "additionalProperties",
					params: { additionalProperty: key8 },
					message: "must NOT have additional properties"
				};
				if (vErrors === null) vErrors = [err77];
				else vErrors.push(err77);
				errors++;
			}
			let data30 = data29.coefficientOfVariation;
			if (typeof data30 == "number" && isFinite(data30)) {
				if (data30 > 1 || isNaN(data30)) {
					const err78 = {
						instancePath: instancePath + "/tolerances/coefficientOfVariation",
						schemaPath: "#/properties/tolerances/properties/coefficientOfVariation/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 1
						},
						message: "must be <= 1"
					};
					if (vErrors === null) vErrors = [err78];
					else vErrors.push(err78);
					errors++;
				}
				if (data30 < 0 || isNaN(data30)) {
					const err79 = {
						instancePath: instancePath + "/tolerances/coefficientOfVariation",
						schemaPath: "#/properties/tolerances/properties/coefficientOfVariation/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0"
					};
					if (vErrors === null) vErrors = [err79];
					else vErrors.push(err79);
					errors++;
				}
			} else {
				const err80 = {
					instancePath: instancePath + "/tolerances/coefficientOfVariation",
					schemaPath: "#/properties/tolerances/properties/coefficientOfVariation/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number"
				};
				if (vErrors === null) vErrors = [err80];
				else vErrors.push(err80);
				errors++;
			}
			let data31 = data29.drift;
			if (typeof data31 == "number" && isFinite(data31)) {
				if (data31 > 1 || isNaN(data31)) {
					const err81 = {
						instancePath: instancePath + "/tolerances/drift",
						schemaPath: "#/properties/tolerances/properties/drift/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 1
						},
						message: "must be <= 1"
					};
					if (vErrors === null) vErrors = [err81];
					else vErrors.push(err81);
					errors++;
				}
				if (data31 < 0 || isNaN(data31)) {
					const err82 = {
						instancePath: instancePath + "/tolerances/drift",
						schemaPath: "#/properties/tolerances/properties/drift/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0"
					};
					if (vErrors === null) vErrors = [err82];
					else vErrors.push(err82);
					errors++;
				}
			} else {
				const err83 = {
					instancePath: instancePath + "/tolerances/drift",
					schemaPath: "#/properties/tolerances/properties/drift/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number"
				};
				if (vErrors === null) vErrors = [err83];
				else vErrors.push(err83);
				errors++;
			}
			let data32 = data29.agreement;
			if (typeof data32 == "number" && isFinite(data32)) {
				if (data32 > 1 || isNaN(data32)) {
					const err84 = {
						instancePath: instancePath + "/tolerances/agreement",
						schemaPath: "#/properties/tolerances/properties/agreement/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 1
						},
						message: "must be <= 1"
					};
					if (vErrors === null) vErrors = [err84];
					else vErrors.push(err84);
					errors++;
				}
				if (data32 < 0 || isNaN(data32)) {
					const err85 = {
						instancePath: instancePath + "/tolerances/agreement",
						schemaPath: "#/properties/tolerances/properties/agreement/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0"
					};
					if (vErrors === null) vErrors = [err85];
					else vErrors.push(err85);
					errors++;
				}
			} else {
				const err86 = {
					instancePath: instancePath + "/tolerances/agreement",
					schemaPath: "#/properties/tolerances/properties/agreement/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number"
				};
				if (vErrors === null) vErrors = [err86];
				else vErrors.push(err86);
				errors++;
			}
			let data33 = data29.traceGapSeconds;
			if (typeof data33 == "number" && isFinite(data33)) {
				if (data33 > 60 || isNaN(data33)) {
					const err87 = {
						instancePath: instancePath + "/tolerances/traceGapSeconds",
						schemaPath: "#/properties/tolerances/properties/traceGapSeconds/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 60
						},
						message: "must be <= 60"
					};
					if (vErrors === null) vErrors = [err87];
					else vErrors.push(err87);
					errors++;
				}
				if (data33 < .1 || isNaN(data33)) {
					const err88 = {
						instancePath: instancePath + "/tolerances/traceGapSeconds",
						schemaPath: "#/properties/tolerances/properties/traceGapSeconds/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: .1
						},
						message: "must be >= 0.1"
					};
					if (vErrors === null) vErrors = [err88];
					else vErrors.push(err88);
					errors++;
				}
			} else {
				const err89 = {
					instancePath: instancePath + "/tolerances/traceGapSeconds",
					schemaPath: "#/properties/tolerances/properties/traceGapSeconds/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number"
				};
				if (vErrors === null) vErrors = [err89];
				else vErrors.push(err89);
				errors++;
			}
		} else {
			const err90 = {
				instancePath: instancePath + "/tolerances",
				schemaPath: "#/properties/tolerances/type",
				keyword: "type",
				params: { type: "object" },
				message: "must be object"
			};
			if (vErrors === null) vErrors = [err90];
			else vErrors.push(err90);
			errors++;
		}
		let data34 = data.workers;
		if (data34 && typeof data34 == "object" && !Array.isArray(data34)) {
			if (data34.denied === void 0) data34.denied = [];
			if (data34.containers === void 0) data34.containers = [];
			for (const key9 in data34) if (!(key9 === "denied" || key9 === "containers")) {
				const err91 = {
					instancePath: instancePath + "/workers",
					schemaPath: "#/properties/workers/additionalProperties",
					keyword: "additionalProperties",
					params: { additionalProperty: key9 },
					message: "must NOT have additional properties"
				};
				if (vErrors === null) vErrors = [err91];
				else vErrors.push(err91);
				errors++;
			}
			let data35 = data34.denied;
			if (Array.isArray(data35)) {
				if (data35.length > 1e3) {
					const err92 = {
						instancePath: instancePath + "/workers/denied",
						schemaPath: "#/properties/workers/properties/denied/maxItems",
						keyword: "maxItems",
						params: { limit: 1e3 },
						message: "must NOT have more than 1000 items"
					};
					if (vErrors === null) vErrors = [err92];
					else vErrors.push(err92);
					errors++;
				}
				const len2 = data35.length;
				for (let i3 = 0; i3 < len2; i3++) {
					let data36 = data35[i3];
					if (typeof data36 === "string") {
						if (func2(data36) > 120) {
							const err93 = {
								instancePath: instancePath + "/workers/denied/" + i3,
								schemaPath: "#/properties/workers/properties/denied/items/maxLength",
								keyword: "maxLength",
								params: { limit: 120 },
								message: "must NOT have more than 120 characters"
							};
							if (vErrors === null) vErrors = [err93];
							else vErrors.push(err93);
							errors++;
						}
						if (func2(data36) < 1) {
							const err94 = {
								instancePath: instancePath + "/workers/denied/" + i3,
								schemaPath: "#/properties/workers/properties/denied/items/minLength",
								keyword: "minLength",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 characters"
							};
							if (vErrors === null) vErrors = [err94];
							else vErrors.push(err94);
							errors++;
						}
					} else {
						const err95 = {
							instancePath: instancePath + "/workers/denied/" + i3,
							schemaPath: "#/properties/workers/properties/denied/items/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err95];
						else vErrors.push(err95);
						errors++;
					}
				}
			} else {
				const err96 = {
					instancePath: instancePath + "/workers/denied",
					schemaPath: "#/properties/workers/properties/denied/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err96];
				else vErrors.push(err96);
				errors++;
			}
			let data37 = data34.containers;
			if (Array.isArray(data37)) {
				if (data37.length > 1e3) {
					const err97 = {
						instancePath: instancePath + "/workers/containers",
						schemaPath: "#/properties/workers/properties/containers/maxItems",
						keyword: "maxItems",
						params: { limit: 1e3 },
						message: "must NOT have more than 1000 items"
					};
					if (vErrors === null) vErrors = [err97];
					else vErrors.push(err97);
					errors++;
				}
				const len3 = data37.length;
				for (let i4 = 0; i4 < len3; i4++) {
					let data38 = data37[i4];
					if (typeof data38 === "string") {
						if (!pattern7.test(data38)) {
							const err98 = {
								instancePath: instancePath + "/workers/containers/" + i4,
								schemaPath: "#/properties/workers/properties/containers/items/pattern",
								keyword: "pattern",
								params: { pattern: "^[0-9a-f]{64}$" },
								message: "must match pattern \"^[0-9a-f]{64}$\""
							};
							if (vErrors === null) vErrors = [err98];
							else vErrors.push(err98);
							errors++;
						}
					} else {
						const err99 = {
							instancePath: instancePath + "/workers/containers/" + i4,
							schemaPath: "#/properties/workers/properties/containers/items/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err99];
						else vErrors.push(err99);
						errors++;
					}
				}
			} else {
				const err100 = {
					instancePath: instancePath + "/workers/containers",
					schemaPath: "#/properties/workers/properties/containers/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err100];
				else vErrors.push(err100);
				errors++;
			}
		} else {
			const err101 = {
				instancePath: instancePath + "/workers",
				schemaPath: "#/properties/workers/type",
				keyword: "type",
				params: { type: "object" },
				message: "must be object"
			};
			if (vErrors === null) vErrors = [err101];
			else vErrors.push(err101);
			errors++;
		}
		let data39 = data.limits;
		if (data39 && typeof data39 == "object" && !Array.isArray(data39)) {
			if (data39.submissionBytes === void 0) data39.submissionBytes = 16384;
			if (data39.modelBytes === void 0) data39.modelBytes = 2e11;
			if (data39.maxSubmissions === void 0) data39.maxSubmissions = 1;
			if (data39.cacheBytes === void 0) data39.cacheBytes = 2e12;
			for (const key10 in data39) if (!(key10 === "submissionBytes" || key10 === "modelBytes" || key10 === "maxSubmissions" || key10 === "cacheBytes")) {
				const err102 = {
					instancePath: instancePath + "/limits",
					schemaPath: "#/properties/limits/additionalProperties",
					keyword: "additionalProperties",
					params: { additionalProperty: key10 },
					message: "must NOT have additional properties"
				};
				if (vErrors === null) vErrors = [err102];
				else vErrors.push(err102);
				errors++;
			}
			let data40 = data39.submissionBytes;
			if (!(typeof data40 == "number" && !(data40 % 1) && !isNaN(data40) && isFinite(data40))) {
				const err103 = {
					instancePath: instancePath + "/limits/submissionBytes",
					schemaPath: "#/properties/limits/properties/submissionBytes/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err103];
				else vErrors.push(err103);
				errors++;
			}
			if (typeof data40 == "number" && isFinite(data40)) {
				if (data40 > 1048576 || isNaN(data40)) {
					const err104 = {
						instancePath: instancePath + "/limits/submissionBytes",
						schemaPath: "#/properties/limits/properties/submissionBytes/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 1048576
						},
						message: "must be <= 1048576"
					};
					if (vErrors === null) vErrors = [err104];
					else vErrors.push(err104);
					errors++;
				}
				if (data40 < 256 || isNaN(data40)) {
					const err105 = {
						instancePath: instancePath + "/limits/submissionBytes",
						schemaPath: "#/properties/limits/properties/submissionBytes/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 256
						},
						message: "must be >= 256"
					};
					if (vErrors === null) vErrors = [err105];
					else vErrors.push(err105);
					errors++;
				}
			}
			let data41 = data39.modelBytes;
			if (!(typeof data41 == "number" && !(data41 % 1) && !isNaN(data41) && isFinite(data41))) {
				const err106 = {
					instancePath: instancePath + "/limits/modelBytes",
					schemaPath: "#/properties/limits/properties/modelBytes/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err106];
				else vErrors.push(err106);
				errors++;
			}
			if (typeof data41 == "number" && isFinite(data41)) {
				if (data41 > 0x9184e72a000 || isNaN(data41)) {
					const err107 = {
						instancePath: instancePath + "/limits/modelBytes",
						schemaPath: "#/properties/limits/properties/modelBytes/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 0x9184e72a000
						},
						message: "must be <= 10000000000000"
					};
					if (vErrors === null) vErrors = [err107];
					else vErrors.push(err107);
					errors++;
				}
				if (data41 < 1 || isNaN(data41)) {
					const err108 = {
						instancePath: instancePath + "/limits/modelBytes",
						schemaPath: "#/properties/limits/properties/modelBytes/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1"
					};
					if (vErrors === null) vErrors = [err108];
					else vErrors.push(err108);
					errors++;
				}
			}
			let data42 = data39.maxSubmissions;
			if (!(typeof data42 == "number" && !(data42 % 1) && !isNaN(data42) && isFinite(data42))) {
				const err109 = {
					instancePath: instancePath + "/limits/maxSubmissions",
					schemaPath: "#/properties/limits/properties/maxSubmissions/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err109];
				else vErrors.push(err109);
				errors++;
			}
			if (typeof data42 == "number" && isFinite(data42)) {
				if (data42 > 1e3 || isNaN(data42)) {
					const err110 = {
						instancePath: instancePath + "/limits/maxSubmissions",
						schemaPath: "#/properties/limits/properties/maxSubmissions/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 1e3
						},
						message: "must be <= 1000"
					};
					if (vErrors === null) vErrors = [err110];
					else vErrors.push(err110);
					errors++;
				}
				if (data42 < 1 || isNaN(data42)) {
					const err111 = {
						instancePath: instancePath + "/limits/maxSubmissions",
						schemaPath: "#/properties/limits/properties/maxSubmissions/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1"
					};
					if (vErrors === null) vErrors = [err111];
					else vErrors.push(err111);
					errors++;
				}
			}
			let data43 = data39.cacheBytes;
			if (!(typeof data43 == "number" && !(data43 % 1) && !isNaN(data43) && isFinite(data43))) {
				const err112 = {
					instancePath: instancePath + "/limits/cacheBytes",
					schemaPath: "#/properties/limits/properties/cacheBytes/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err112];
				else vErrors.push(err112);
				errors++;
			}
			if (typeof data43 == "number" && isFinite(data43)) {
				if (data43 > 0x38d7ea4c68000 || isNaN(data43)) {
					const err113 = {
						instancePath: instancePath + "/limits/cacheBytes",
						schemaPath: "#/properties/limits/properties/cacheBytes/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 0x38d7ea4c68000
						},
						message: "must be <= 1000000000000000"
					};
					if (vErrors === null) vErrors = [err113];
					else vErrors.push(err113);
					errors++;
				}
				if (data43 < 1 || isNaN(data43)) {
					const err114 = {
						instancePath: instancePath + "/limits/cacheBytes",
						schemaPath: "#/properties/limits/properties/cacheBytes/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1"
					};
					if (vErrors === null) vErrors = [err114];
					else vErrors.push(err114);
					errors++;
				}
			}
		} else {
			const err115 = {
				instancePath: instancePath + "/limits",
				schemaPath: "#/properties/limits/type",
				keyword: "type",
				params: { type: "object" },
				message: "must be object"
			};
			if (vErrors === null) vErrors = [err115];
			else vErrors.push(err115);
			errors++;
		}
		let data44 = data.deniedModels;
		if (Array.isArray(data44)) {
			if (data44.length > 1e4) {
				const err116 = {
					instancePath: instancePath + "/deniedModels",
					schemaPath: "#/properties/deniedModels/maxItems",
					keyword: "maxItems",
					params: { limit: 1e4 },
					message: "must NOT have more than 10000 items"
				};
				if (vErrors === null) vErrors = [err116];
				else vErrors.push(err116);
				errors++;
			}
			const len4 = data44.length;
			for (let i5 = 0; i5 < len4; i5++) {
				let data45 = data44[i5];
				if (typeof data45 === "string") {
					if (func2(data45) > 193) {
						const err117 = {
							instancePath: instancePath + "/deniedModels/" + i5,
							schemaPath: "#/properties/deniedModels/items/maxLength",
							keyword: "maxLength",
							params: { limit: 193 },
							message: "must NOT have more than 193 characters"
						};
						if (vErrors === null) vErrors = [err117];
						else vErrors.push(err117);
						errors++;
					}
					if (func2(data45) < 1) {
						const err118 = {
							instancePath: instancePath + "/deniedModels/" + i5,
							schemaPath: "#/properties/deniedModels/items/minLength",
							keyword: "minLength",
							params: { limit: 1 },
							message: "must NOT have fewer than 1 characters"
						};
						if (vErrors === null) vErrors = [err118];
						else vErrors.push(err118);
						errors++;
					}
				} else {
					const err119 = {
						instancePath: instancePath + "/deniedModels/" + i5,
						schemaPath: "#/properties/deniedModels/items/type",
						keyword: "type",
						params: { type: "string" },
						message: "must be string"
					};
					if (vErrors === null) vErrors = [err119];
					else vErrors.push(err119);
					errors++;
				}
			}
		} else {
			const err120 = {
				instancePath: instancePath + "/deniedModels",
				schemaPath: "#/properties/deniedModels/type",
				keyword: "type",
				params: { type: "array" },
				message: "must be array"
			};
			if (vErrors === null) vErrors = [err120];
			else vErrors.push(err120);
			errors++;
		}
		let data46 = data.datasets;
		if (data46 && typeof data46 == "object" && !Array.isArray(data46)) {
			for (const key11 in data46) if (!pattern25.test(key11)) {
				const err121 = {
					instancePath: instancePath + "/datasets",
					schemaPath: "#/properties/datasets/additionalProperties",
					keyword: "additionalProperties",
					params: { additionalProperty: key11 },
					message: "must NOT have additional properties"
				};
				if (vErrors === null) vErrors = [err121];
				else vErrors.push(err121);
				errors++;
			}
			for (const key12 in data46) if (pattern25.test(key12)) {
				let data47 = data46[key12];
				if (data47 && typeof data47 == "object" && !Array.isArray(data47)) {
					if (data47.path === void 0) {
						const err122 = {
							instancePath: instancePath + "/datasets/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),
							schemaPath: "#/properties/datasets/patternProperties/%5E%5Ba-z-%5D%7B1%2C40%7D%24/required",
							keyword: "required",
							params: { missingProperty: "path" },
							message: "must have required property 'path'"
						};
						if (vErrors === null) vErrors = [err122];
						else vErrors.push(err122);
						errors++;
					}
					for (const key13 in data47) if (!(key13 === "path")) {
						const err123 = {
							instancePath: instancePath + "/datasets/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),
							schemaPath: "#/properties/datasets/patternProperties/%5E%5Ba-z-%5D%7B1%2C40%7D%24/additionalProperties",
							keyword: "additionalProperties",
							params: { additionalProperty: key13 },
							message: "must NOT have additional properties"
						};
						if (vErrors === null) vErrors = [err123];
						else vErrors.push(err123);
						errors++;
					}
					if (data47.path !== void 0) {
						let data48 = data47.path;
						if (typeof data48 === "string") {
							if (func2(data48) > 200) {
								const err124 = {
									instancePath: instancePath + "/datasets/" + key12.replace(/~/g, "~0").replace(/\//g, "~1") + "/path",
									schemaPath: "#/properties/datasets/patternProperties/%5E%5Ba-z-%5D%7B1%2C40%7D%24/properties/path/maxLength",
									keyword: "maxLength",
									params: { limit: 200 },
									message: "must NOT have more than 200 characters"
								};
								if (vErrors === null) vErrors = [err124];
								else vErrors.push(err124);
								errors++;
							}
							if (func2(data48) < 1) {
								const err125 = {
									instancePath: instancePath + "/datasets/" + key12.replace(/~/g, "~0").replace(/\//g, "~1") + "/path",
									schemaPath: "#/properties/datasets/patternProperties/%5E%5Ba-z-%5D%7B1%2C40%7D%24/properties/path/minLength",
									keyword: "minLength",
									params: { limit: 1 },
									message: "must NOT have fewer than 1 characters"
								};
								if (vErrors === null) vErrors = [err125];
								else vErrors.push(err125);
								errors++;
							}
							if (!pattern32.test(data48)) {
								const err126 = {
									instancePath: instancePath + "/datasets/" + key12.replace(/~/g, "~0").replace(/\//g, "~1") + "/path",
									schemaPath: "#/properties/datasets/patternProperties/%5E%5Ba-z-%5D%7B1%2C40%7D%24/properties/path/pattern",
									keyword: "pattern",
									params: { pattern: "^(?!.*\\.\\.)[A-Za-z0-9._/-]+\\.jsonl$" },
									message: "must match pattern \"^(?!.*\\.\\.)[A-Za-z0-9._/-]+\\.jsonl$\""
								};
								if (vErrors === null) vErrors = [err126];
								else vErrors.push(err126);
								errors++;
							}
						} else {
							const err127 = {
								instancePath: instancePath + "/datasets/" + key12.replace(/~/g, "~0").replace(/\//g, "~1") + "/path",
								schemaPath: "#/properties/datasets/patternProperties/%5E%5Ba-z-%5D%7B1%2C40%7D%24/properties/path/type",
								keyword: "type",
								params: { type: "string" },
								message: "must be string"
							};
							if (vErrors === null) vErrors = [err127];
							else vErrors.push(err127);
							errors++;
						}
					}
				} else {
					const err128 = {
						instancePath: instancePath + "/datasets/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),
						schemaPath: "#/properties/datasets/patternProperties/%5E%5Ba-z-%5D%7B1%2C40%7D%24/type",
						keyword: "type",
						params: { type: "object" },
						message: "must be object"
					};
					if (vErrors === null) vErrors = [err128];
					else vErrors.push(err128);
					errors++;
				}
			}
		} else {
			const err129 = {
				instancePath: instancePath + "/datasets",
				schemaPath: "#/properties/datasets/type",
				keyword: "type",
				params: { type: "object" },
				message: "must be object"
			};
			if (vErrors === null) vErrors = [err129];
			else vErrors.push(err129);
			errors++;
		}
		let data49 = data.board;
		if (data49 && typeof data49 == "object" && !Array.isArray(data49)) {
			if (data49.minimumModels === void 0) data49.minimumModels = 3;
			for (const key14 in data49) if (!(key14 === "minimumModels")) {
				const err130 = {
					instancePath: instancePath + "/board",
					schemaPath: "#/properties/board/additionalProperties",
					keyword: "additionalProperties",
					params: { additionalProperty: key14 },
					message: "must NOT have additional properties"
				};
				if (vErrors === null) vErrors = [err130];
				else vErrors.push(err130);
				errors++;
			}
			let data50 = data49.minimumModels;
			if (!(typeof data50 == "number" && !(data50 % 1) && !isNaN(data50) && isFinite(data50))) {
				const err131 = {
					instancePath: instancePath + "/board/minimumModels",
					schemaPath: "#/properties/board/properties/minimumModels/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err131];
				else vErrors.push(err131);
				errors++;
			}
			if (typeof data50 == "number" && isFinite(data50)) {
				if (data50 > 1e3 || isNaN(data50)) {
					const err132 = {
						instancePath: instancePath + "/board/minimumModels",
						schemaPath: "#/properties/board/properties/minimumModels/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 1e3
						},
						message: "must be <= 1000"
					};
					if (vErrors === null) vErrors = [err132];
					else vErrors.push(err132);
					errors++;
				}
				if (data50 < 1 || isNaN(data50)) {
					const err133 = {
						instancePath: instancePath + "/board/minimumModels",
						schemaPath: "#/properties/board/properties/minimumModels/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1"
					};
					if (vErrors === null) vErrors = [err133];
					else vErrors.push(err133);
					errors++;
				}
			}
		} else {
			const err134 = {
				instancePath: instancePath + "/board",
				schemaPath: "#/properties/board/type",
				keyword: "type",
				params: { type: "object" },
				message: "must be object"
			};
			if (vErrors === null) vErrors = [err134];
			else vErrors.push(err134);
			errors++;
		}
		let data51 = data.evidence;
		if (data51 && typeof data51 == "object" && !Array.isArray(data51)) {
			if (data51.hosts === void 0) data51.hosts = [];
			if (data51.bytes === void 0) data51.bytes = 268435456;
			if (data51.unpackedBytes === void 0) data51.unpackedBytes = 2147483648;
			for (const key15 in data51) if (!(key15 === "hosts" || key15 === "bytes" || key15 === "unpackedBytes")) {
				const err135 = {
					instancePath: instancePath + "/evidence",
					schemaPath: "#/properties/evidence/additionalProperties",
					keyword: "additionalProperties",
					params: { additionalProperty: key15 },
					message: "must NOT have additional properties"
				};
				if (vErrors === null) vErrors = [err135];
				else vErrors.push(err135);
				errors++;
			}
			let data52 = data51.hosts;
			if (Array.isArray(data52)) {
				if (data52.length > 100) {
					const err136 = {
						instancePath: instancePath + "/evidence/hosts",
						schemaPath: "#/properties/evidence/properties/hosts/maxItems",
						keyword: "maxItems",
						params: { limit: 100 },
						message: "must NOT have more than 100 items"
					};
					if (vErrors === null) vErrors = [err136];
					else vErrors.push(err136);
					errors++;
				}
				const len5 = data52.length;
				for (let i6 = 0; i6 < len5; i6++) {
					let data53 = data52[i6];
					if (typeof data53 === "string") {
						if (func2(data53) > 253) {
							const err137 = {
								instancePath: instancePath + "/evidence/hosts/" + i6,
								schemaPath: "#/properties/evidence/properties/hosts/items/maxLength",
								keyword: "maxLength",
								params: { limit: 253 },
								message: "must NOT have more than 253 characters"
							};
							if (vErrors === null) vErrors = [err137];
							else vErrors.push(err137);
							errors++;
						}
						if (!pattern33.test(data53)) {
							const err138 = {
								instancePath: instancePath + "/evidence/hosts/" + i6,
								schemaPath: "#/properties/evidence/properties/hosts/items/pattern",
								keyword: "pattern",
								params: { pattern: "^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$" },
								message: "must match pattern \"^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$\""
							};
							if (vErrors === null) vErrors = [err138];
							else vErrors.push(err138);
							errors++;
						}
					} else {
						const err139 = {
							instancePath: instancePath + "/evidence/hosts/" + i6,
							schemaPath: "#/properties/evidence/properties/hosts/items/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err139];
						else vErrors.push(err139);
						errors++;
					}
				}
				let i7 = data52.length;
				let j1;
				if (i7 > 1) {
					const indices0 = {};
					for (; i7--;) {
						let item0 = data52[i7];
						if (typeof item0 !== "string") continue;
						if (typeof indices0[item0] == "number") {
							j1 = indices0[item0];
							const err140 = {
								instancePath: instancePath + "/evidence/hosts",
								schemaPath: "#/properties/evidence/properties/hosts/uniqueItems",
								keyword: "uniqueItems",
								params: {
									i: i7,
									j: j1
								},
								message: "must NOT have duplicate items (items ## " + j1 + " and " + i7 + " are identical)"
							};
							if (vErrors === null) vErrors = [err140];
							else vErrors.push(err140);
							errors++;
							break;
						}
						indices0[item0] = i7;
					}
				}
			} else {
				const err141 = {
					instancePath: instancePath + "/evidence/hosts",
					schemaPath: "#/properties/evidence/properties/hosts/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err141];
				else vErrors.push(err141);
				errors++;
			}
			let data54 = data51.bytes;
			if (!(typeof data54 == "number" && !(data54 % 1) && !isNaN(data54) && isFinite(data54))) {
				const err142 = {
					instancePath: instancePath + "/evidence/bytes",
					schemaPath: "#/properties/evidence/properties/bytes/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err142];
				else vErrors.push(err142);
				errors++;
			}
			if (typeof data54 == "number" && isFinite(data54)) {
				if (data54 > 1e10 || isNaN(data54)) {
					const err143 = {
						instancePath: instancePath + "/evidence/bytes",
						schemaPath: "#/properties/evidence/properties/bytes/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 1e10
						},
						message: "must be <= 10000000000"
					};
					if (vErrors === null) vErrors = [err143];
					else vErrors.push(err143);
					errors++;
				}
				if (data54 < 1 || isNaN(data54)) {
					const err144 = {
						instancePath: instancePath + "/evidence/bytes",
						schemaPath: "#/properties/evidence/properties/bytes/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1"
					};
					if (vErrors === null) vErrors = [err144];
					else vErrors.push(err144);
					errors++;
				}
			}
			let data55 = data51.unpackedBytes;
			if (!(typeof data55 == "number" && !(data55 % 1) && !isNaN(data55) && isFinite(data55))) {
				const err145 = {
					instancePath: instancePath + "/evidence/unpackedBytes",
					schemaPath: "#/properties/evidence/properties/unpackedBytes/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err145];
				else vErrors.push(err145);
				errors++;
			}
			if (typeof data55 == "number" && isFinite(data55)) {
				if (data55 > 1e11 || isNaN(data55)) {
					const err146 = {
						instancePath: instancePath + "/evidence/unpackedBytes",
						schemaPath: "#/properties/evidence/properties/unpackedBytes/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 1e11
						},
						message: "must be <= 100000000000"
					};
					if (vErrors === null) vErrors = [err146];
					else vErrors.push(err146);
					errors++;
				}
				if (data55 < 1 || isNaN(data55)) {
					const err147 = {
						instancePath: instancePath + "/evidence/unpackedBytes",
						schemaPath: "#/properties/evidence/properties/unpackedBytes/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1"
					};
					if (vErrors === null) vErrors = [err147];
					else vErrors.push(err147);
					errors++;
				}
			}
		} else {
			const err148 = {
				instancePath: instancePath + "/evidence",
				schemaPath: "#/properties/evidence/type",
				keyword: "type",
				params: { type: "object" },
				message: "must be object"
			};
			if (vErrors === null) vErrors = [err148];
			else vErrors.push(err148);
			errors++;
		}
		if (data.bot !== void 0) {
			let data56 = data.bot;
			if (data56 && typeof data56 == "object" && !Array.isArray(data56)) {
				for (const key16 in data56) if (!(key16 === "runner" || key16 === "otherRunners" || key16 === "maximumMinutes" || key16 === "gpuMinutesPerMonth" || key16 === "teams")) {
					const err149 = {
						instancePath: instancePath + "/bot",
						schemaPath: "#/properties/bot/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key16 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err149];
					else vErrors.push(err149);
					errors++;
				}
				if (data56.runner !== void 0) {
					let data57 = data56.runner;
					if (Array.isArray(data57)) {
						if (data57.length > 20) {
							const err150 = {
								instancePath: instancePath + "/bot/runner",
								schemaPath: "#/properties/bot/properties/runner/maxItems",
								keyword: "maxItems",
								params: { limit: 20 },
								message: "must NOT have more than 20 items"
							};
							if (vErrors === null) vErrors = [err150];
							else vErrors.push(err150);
							errors++;
						}
						if (data57.length < 1) {
							const err151 = {
								instancePath: instancePath + "/bot/runner",
								schemaPath: "#/properties/bot/properties/runner/minItems",
								keyword: "minItems",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 items"
							};
							if (vErrors === null) vErrors = [err151];
							else vErrors.push(err151);
							errors++;
						}
						const len6 = data57.length;
						for (let i8 = 0; i8 < len6; i8++) {
							let data58 = data57[i8];
							if (typeof data58 === "string") {
								if (!pattern34.test(data58)) {
									const err152 = {
										instancePath: instancePath + "/bot/runner/" + i8,
										schemaPath: "#/properties/bot/properties/runner/items/pattern",
										keyword: "pattern",
										params: { pattern: "^[A-Za-z0-9_.-]{1,100}$" },
										message: "must match pattern \"^[A-Za-z0-9_.-]{1,100}$\""
									};
									if (vErrors === null) vErrors = [err152];
									else vErrors.push(err152);
									errors++;
								}
							} else {
								const err153 = {
									instancePath: instancePath + "/bot/runner/" + i8,
									schemaPath: "#/properties/bot/properties/runner/items/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err153];
								else vErrors.push(err153);
								errors++;
							}
						}
					} else {
						const err154 = {
							instancePath: instancePath + "/bot/runner",
							schemaPath: "#/properties/bot/properties/runner/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array"
						};
						if (vErrors === null) vErrors = [err154];
						else vErrors.push(err154);
						errors++;
					}
				}
				if (data56.otherRunners !== void 0) {
					let data59 = data56.otherRunners;
					if (Array.isArray(data59)) {
						if (data59.length > 50) {
							const err155 = {
								instancePath: instancePath + "/bot/otherRunners",
								schemaPath: "#/properties/bot/properties/otherRunners/maxItems",
								keyword: "maxItems",
								params: { limit: 50 },
								message: "must NOT have more than 50 items"
							};
							if (vErrors === null) vErrors = [err155];
							else vErrors.push(err155);
							errors++;
						}
						const len7 = data59.length;
						for (let i9 = 0; i9 < len7; i9++) {
							let data60 = data59[i9];
							if (typeof data60 === "string") {
								if (!pattern34.test(data60)) {
									const err156 = {
										instancePath: instancePath + "/bot/otherRunners/" + i9,
										schemaPath: "#/properties/bot/properties/otherRunners/items/pattern",
										keyword: "pattern",
										params: { pattern: "^[A-Za-z0-9_.-]{1,100}$" },
										message: "must match pattern \"^[A-Za-z0-9_.-]{1,100}$\""
									};
									if (vErrors === null) vErrors = [err156];
									else vErrors.push(err156);
									errors++;
								}
							} else {
								const err157 = {
									instancePath: instancePath + "/bot/otherRunners/" + i9,
									schemaPath: "#/properties/bot/properties/otherRunners/items/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err157];
								else vErrors.push(err157);
								errors++;
							}
						}
						let i10 = data59.length;
						let j2;
						if (i10 > 1) {
							const indices1 = {};
							for (; i10--;) {
								let item1 = data59[i10];
								if (typeof item1 !== "string") continue;
								if (typeof indices1[item1] == "number") {
									j2 = indices1[item1];
									const err158 = {
										instancePath: instancePath + "/bot/otherRunners",
										schemaPath: "#/properties/bot/properties/otherRunners/uniqueItems",
										keyword: "uniqueItems",
										params: {
											i: i10,
											j: j2
										},
										message: "must NOT have duplicate items (items ## " + j2 + " and " + i10 + " are identical)"
									};
									if (vErrors === null) vErrors = [err158];
									else vErrors.push(err158);
									errors++;
									break;
								}
								indices1[item1] = i10;
							}
						}
					} else {
						const err159 = {
							instancePath: instancePath + "/bot/otherRunners",
							schemaPath: "#/properties/bot/properties/otherRunners/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array"
						};
						if (vErrors === null) vErrors = [err159];
						else vErrors.push(err159);
						errors++;
					}
				}
				if (data56.maximumMinutes !== void 0) {
					let data61 = data56.maximumMinutes;
					if (!(typeof data61 == "number" && !(data61 % 1) && !isNaN(data61) && isFinite(data61))) {
						const err160 = {
							instancePath: instancePath + "/bot/maximumMinutes",
							schemaPath: "#/properties/bot/properties/maximumMinutes/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err160];
						else vErrors.push(err160);
						errors++;
					}
					if (typeof data61 == "number" && isFinite(data61)) {
						if (data61 > 7200 || isNaN(data61)) {
							const err161 = {
								instancePath: instancePath + "/bot/maximumMinutes",
								schemaPath: "#/properties/bot/properties/maximumMinutes/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 7200
								},
								message: "must be <= 7200"
							};
							if (vErrors === null) vErrors = [err161];
							else vErrors.push(err161);
							errors++;
						}
						if (data61 < 1 || isNaN(data61)) {
							const err162 = {
								instancePath: instancePath + "/bot/maximumMinutes",
								schemaPath: "#/properties/bot/properties/maximumMinutes/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1"
							};
							if (vErrors === null) vErrors = [err162];
							else vErrors.push(err162);
							errors++;
						}
					}
				}
				if (data56.gpuMinutesPerMonth !== void 0) {
					let data62 = data56.gpuMinutesPerMonth;
					if (!(typeof data62 == "number" && !(data62 % 1) && !isNaN(data62) && isFinite(data62))) {
						const err163 = {
							instancePath: instancePath + "/bot/gpuMinutesPerMonth",
							schemaPath: "#/properties/bot/properties/gpuMinutesPerMonth/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err163];
						else vErrors.push(err163);
						errors++;
					}
					if (typeof data62 == "number" && isFinite(data62)) {
						if (data62 > 1e7 || isNaN(data62)) {
							const err164 = {
								instancePath: instancePath + "/bot/gpuMinutesPerMonth",
								schemaPath: "#/properties/bot/properties/gpuMinutesPerMonth/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 1e7
								},
								message: "must be <= 10000000"
							};
							if (vErrors === null) vErrors = [err164];
							else vErrors.push(err164);
							errors++;
						}
						if (data62 < 0 || isNaN(data62)) {
							const err165 = {
								instancePath: instancePath + "/bot/gpuMinutesPerMonth",
								schemaPath: "#/properties/bot/properties/gpuMinutesPerMonth/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err165];
							else vErrors.push(err165);
							errors++;
						}
					}
				}
				if (data56.teams !== void 0) {
					let data63 = data56.teams;
					if (Array.isArray(data63)) {
						if (data63.length > 500) {
							const err166 = {
								instancePath: instancePath + "/bot/teams",
								schemaPath: "#/properties/bot/properties/teams/maxItems",
								keyword: "maxItems",
								params: { limit: 500 },
								message: "must NOT have more than 500 items"
							};
							if (vErrors === null) vErrors = [err166];
							else vErrors.push(err166);
							errors++;
						}
						const len8 = data63.length;
						for (let i11 = 0; i11 < len8; i11++) {
							let data64 = data63[i11];
							if (data64 && typeof data64 == "object" && !Array.isArray(data64)) {
								if (data64.name === void 0) {
									const err167 = {
										instancePath: instancePath + "/bot/teams/" + i11,
										schemaPath: "#/properties/bot/properties/teams/items/required",
										keyword: "required",
										params: { missingProperty: "name" },
										message: "must have required property 'name'"
									};
									if (vErrors === null) vErrors = [err167];
									else vErrors.push(err167);
									errors++;
								}
								if (data64.members === void 0) {
									const err168 = {
										instancePath: instancePath + "/bot/teams/" + i11,
										schemaPath: "#/properties/bot/properties/teams/items/required",
										keyword: "required",
										params: { missingProperty: "members" },
										message: "must have required property 'members'"
									};
									if (vErrors === null) vErrors = [err168];
									else vErrors.push(err168);
									errors++;
								}
								for (const key17 in data64) if (!(key17 === "name" || key17 === "members" || key17 === "maxSubmissions" || key17 === "gpuMinutesPerMonth")) {
									const err169 = {
										instancePath: instancePath + "/bot/teams/" + i11,
										schemaPath: "#/properties/bot/properties/teams/items/additionalProperties",
										keyword: "additionalProperties",
										params: { additionalProperty: key17 },
										message: "must NOT have additional properties"
									};
									if (vErrors === null) vErrors = [err169];
									else vErrors.push(err169);
									errors++;
								}
								if (data64.name !== void 0) {
									let data65 = data64.name;
									if (typeof data65 === "string") {
										if (func2(data65) > 100) {
											const err170 = {
												instancePath: instancePath + "/bot/teams/" + i11 + "/name",
												schemaPath: "#/properties/bot/properties/teams/items/properties/name/maxLength",
												keyword: "maxLength",
												params: { limit: 100 },
												message: "must NOT have more than 100 characters"
											};
											if (vErrors === null) vErrors = [err170];
											else vErrors.push(err170);
											errors++;
										}
										if (func2(data65) < 1) {
											const err171 = {
												instancePath: instancePath + "/bot/teams/" + i11 + "/name",
												schemaPath: "#/properties/bot/properties/teams/items/properties/name/minLength",
												keyword: "minLength",
												params: { limit: 1 },
												message: "must NOT have fewer than 1 characters"
											};
											if (vErrors === null) vErrors = [err171];
											else vErrors.push(err171);
											errors++;
										}
									} else {
										const err172 = {
											instancePath: instancePath + "/bot/teams/" + i11 + "/name",
											schemaPath: "#/properties/bot/properties/teams/items/properties/name/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err172];
										else vErrors.push(err172);
										errors++;
									}
								}
								if (data64.members !== void 0) {
									let data66 = data64.members;
									if (Array.isArray(data66)) {
										if (data66.length > 500) {
											const err173 = {
												instancePath: instancePath + "/bot/teams/" + i11 + "/members",
												schemaPath: "#/properties/bot/properties/teams/items/properties/members/maxItems",
												keyword: "maxItems",
												params: { limit: 500 },
												message: "must NOT have more than 500 items"
											};
											if (vErrors === null) vErrors = [err173];
											else vErrors.push(err173);
											errors++;
										}
										if (data66.length < 1) {
											const err174 = {
												instancePath: instancePath + "/bot/teams/" + i11 + "/members",
												schemaPath: "#/properties/bot/properties/teams/items/properties/members/minItems",
												keyword: "minItems",
												params: { limit: 1 },
												message: "must NOT have fewer than 1 items"
											};
											if (vErrors === null) vErrors = [err174];
											else vErrors.push(err174);
											errors++;
										}
										const len9 = data66.length;
										for (let i12 = 0; i12 < len9; i12++) {
											let data67 = data66[i12];
											if (!(typeof data67 == "number" && !(data67 % 1) && !isNaN(data67) && isFinite(data67))) {
												const err175 = {
													instancePath: instancePath + "/bot/teams/" + i11 + "/members/" + i12,
													schemaPath: "#/properties/bot/properties/teams/items/properties/members/items/type",
													keyword: "type",
													params: { type: "integer" },
													message: "must be integer"
												};
												if (vErrors === null) vErrors = [err175];
												else vErrors.push(err175);
												errors++;
											}
											if (typeof data67 == "number" && isFinite(data67)) {
												if (data67 > 0x38d7ea4c68000 || isNaN(data67)) {
													const err176 = {
														instancePath: instancePath + "/bot/teams/" + i11 + "/members/" + i12,
														schemaPath: "#/properties/bot/properties/teams/items/properties/members/items/maximum",
														keyword: "maximum",
														params: {
															comparison: "<=",
															limit: 0x38d7ea4c68000
														},
														message: "must be <= 1000000000000000"
													};
													if (vErrors === null) vErrors = [err176];
													else vErrors.push(err176);
													errors++;
												}
												if (data67 < 1 || isNaN(data67)) {
													const err177 = {
														instancePath: instancePath + "/bot/teams/" + i11 + "/members/" + i12,
														schemaPath: "#/properties/bot/properties/teams/items/properties/members/items/minimum",
														keyword: "minimum",
														params: {
															comparison: ">=",
															limit: 1
														},
														message: "must be >= 1"
													};
													if (vErrors === null) vErrors = [err177];
													else vErrors.push(err177);
													errors++;
												}
											}
										}
										let i13 = data66.length;
										let j3;
										if (i13 > 1) {
											const indices2 = {};
											for (; i13--;) {
												let item2 = data66[i13];
												if (!(typeof item2 == "number" && !(item2 % 1) && !isNaN(item2) && isFinite(item2))) continue;
												if (typeof indices2[item2] == "number") {
													j3 = indices2[item2];
													const err178 = {
														instancePath: instancePath + "/bot/teams/" + i11 + "/members",
														schemaPath: "#/properties/bot/properties/teams/items/properties/members/uniqueItems",
														keyword: "uniqueItems",
														params: {
															i: i13,
															j: j3
														},
														message: "must NOT have duplicate items (items ## " + j3 + " and " + i13 + " are identical)"
													};
													if (vErrors === null) vErrors = [err178];
													else vErrors.push(err178);
													errors++;
													break;
												}
												indices2[item2] = i13;
											}
										}
									} else {
										const err179 = {
											instancePath: instancePath + "/bot/teams/" + i11 + "/members",
											schemaPath: "#/properties/bot/properties/teams/items/properties/members/type",
											keyword: "type",
											params: { type: "array" },
											message: "must be array"
										};
										if (vErrors === null) vErrors = [err179];
										else vErrors.push(err179);
										errors++;
									}
								}
								if (data64.maxSubmissions !== void 0) {
									let data68 = data64.maxSubmissions;
									if (!(typeof data68 == "number" && !(data68 % 1) && !isNaN(data68) && isFinite(data68))) {
										const err180 = {
											instancePath: instancePath + "/bot/teams/" + i11 + "/maxSubmissions",
											schemaPath: "#/properties/bot/properties/teams/items/properties/maxSubmissions/type",
											keyword: "type",
											params: { type: "integer" },
											message: "must be integer"
										};
										if (vErrors === null) vErrors = [err180];
										else vErrors.push(err180);
										errors++;
									}
									if (typeof data68 == "number" && isFinite(data68)) {
										if (data68 > 1e3 || isNaN(data68)) {
											const err181 = {
												instancePath: instancePath + "/bot/teams/" + i11 + "/maxSubmissions",
												schemaPath: "#/properties/bot/properties/teams/items/properties/maxSubmissions/maximum",
												keyword: "maximum",
												params: {
													comparison: "<=",
													limit: 1e3
												},
												message: "must be <= 1000"
											};
											if (vErrors === null) vErrors = [err181];
											else vErrors.push(err181);
											errors++;
										}
										if (data68 < 1 || isNaN(data68)) {
											const err182 = {
												instancePath: instancePath + "/bot/teams/" + i11 + "/maxSubmissions",
												schemaPath: "#/properties/bot/properties/teams/items/properties/maxSubmissions/minimum",
												keyword: "minimum",
												params: {
													comparison: ">=",
													limit: 1
												},
												message: "must be >= 1"
											};
											if (vErrors === null) vErrors = [err182];
											else vErrors.push(err182);
											errors++;
										}
									}
								}
								if (data64.gpuMinutesPerMonth !== void 0) {
									let data69 = data64.gpuMinutesPerMonth;
									if (!(typeof data69 == "number" && !(data69 % 1) && !isNaN(data69) && isFinite(data69))) {
										const err183 = {
											instancePath: instancePath + "/bot/teams/" + i11 + "/gpuMinutesPerMonth",
											schemaPath: "#/properties/bot/properties/teams/items/properties/gpuMinutesPerMonth/type",
											keyword: "type",
											params: { type: "integer" },
											message: "must be integer"
										};
										if (vErrors === null) vErrors = [err183];
										else vErrors.push(err183);
										errors++;
									}
									if (typeof data69 == "number" && isFinite(data69)) {
										if (data69 > 1e7 || isNaN(data69)) {
											const err184 = {
												instancePath: instancePath + "/bot/teams/" + i11 + "/gpuMinutesPerMonth",
												schemaPath: "#/properties/bot/properties/teams/items/properties/gpuMinutesPerMonth/maximum",
												keyword: "maximum",
												params: {
													comparison: "<=",
													limit: 1e7
												},
												message: "must be <= 10000000"
											};
											if (vErrors === null) vErrors = [err184];
											else vErrors.push(err184);
											errors++;
										}
										if (data69 < 0 || isNaN(data69)) {
											const err185 = {
												instancePath: instancePath + "/bot/teams/" + i11 + "/gpuMinutesPerMonth",
												schemaPath: "#/properties/bot/properties/teams/items/properties/gpuMinutesPerMonth/minimum",
												keyword: "minimum",
												params: {
													comparison: ">=",
													limit: 0
												},
												message: "must be >= 0"
											};
											if (vErrors === null) vErrors = [err185];
											else vErrors.push(err185);
											errors++;
										}
									}
								}
							} else {
								const err186 = {
									instancePath: instancePath + "/bot/teams/" + i11,
									schemaPath: "#/properties/bot/properties/teams/items/type",
									keyword: "type",
									params: { type: "object" },
									message: "must be object"
								};
								if (vErrors === null) vErrors = [err186];
								else vErrors.push(err186);
								errors++;
							}
						}
					} else {
						const err187 = {
							instancePath: instancePath + "/bot/teams",
							schemaPath: "#/properties/bot/properties/teams/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array"
						};
						if (vErrors === null) vErrors = [err187];
						else vErrors.push(err187);
						errors++;
					}
				}
			} else {
				const err188 = {
					instancePath: instancePath + "/bot",
					schemaPath: "#/properties/bot/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err188];
				else vErrors.push(err188);
				errors++;
			}
		}
		if (data.pages !== void 0) {
			let data70 = data.pages;
			if (data70 && typeof data70 == "object" && !Array.isArray(data70)) {
				if (data70.url === void 0) {
					const err189 = {
						instancePath: instancePath + "/pages",
						schemaPath: "#/properties/pages/required",
						keyword: "required",
						params: { missingProperty: "url" },
						message: "must have required property 'url'"
					};
					if (vErrors === null) vErrors = [err189];
					else vErrors.push(err189);
					errors++;
				}
				for (const key18 in data70) if (!(key18 === "url")) {
					const err190 = {
						instancePath: instancePath + "/pages",
						schemaPath: "#/properties/pages/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key18 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err190];
					else vErrors.push(err190);
					errors++;
				}
				if (data70.url !== void 0) {
					let data71 = data70.url;
					if (typeof data71 === "string") {
						if (func2(data71) > 200) {
							const err191 = {
								instancePath: instancePath + "/pages/url",
								schemaPath: "#/properties/pages/properties/url/maxLength",
								keyword: "maxLength",
								params: { limit: 200 },
								message: "must NOT have more than 200 characters"
							};
							if (vErrors === null) vErrors = [err191];
							else vErrors.push(err191);
							errors++;
						}
						if (!pattern36.test(data71)) {
							const err192 = {
								instancePath: instancePath + "/pages/url",
								schemaPath: "#/properties/pages/properties/url/pattern",
								keyword: "pattern",
								params: { pattern: "^https://[a-z0-9.-]+(?::[0-9]{1,5})?/(?:[A-Za-z0-9._~-]+/)*$" },
								message: "must match pattern \"^https://[a-z0-9.-]+(?::[0-9]{1,5})?/(?:[A-Za-z0-9._~-]+/)*$\""
							};
							if (vErrors === null) vErrors = [err192];
							else vErrors.push(err192);
							errors++;
						}
					} else {
						const err193 = {
							instancePath: instancePath + "/pages/url",
							schemaPath: "#/properties/pages/properties/url/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err193];
						else vErrors.push(err193);
						errors++;
					}
				}
			} else {
				const err194 = {
					instancePath: instancePath + "/pages",
					schemaPath: "#/properties/pages/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err194];
				else vErrors.push(err194);
				errors++;
			}
		}
	} else {
		const err195 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err195];
		else vErrors.push(err195);
		errors++;
	}
	validate128.errors = vErrors;
	return errors === 0;
}
validate128.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
const validateEndpoints = validate129;
const schema50 = {
	"type": "object",
	"additionalProperties": false,
	"required": [
		"url",
		"server",
		"model",
		"revision",
		"gpus"
	],
	"description": "One server with one model.",
	"properties": {
		"url": {
			"type": "string",
			"maxLength": 512,
			"pattern": "^https?://[A-Za-z0-9.:\\[\\]-]+(?:/[A-Za-z0-9._~-]+)*/?$",
			"description": "Base address of its OpenAI-compatible interface, as in http://127.0.0.1:8000/v1. Without name, password, query or fragment."
		},
		"server": {
			"enum": [
				"vllm",
				"sglang",
				"tgi",
				"llama.cpp",
				"openai"
			],
			"description": "What serves the model. openai stands for any other server with an OpenAI-compatible interface that tells the log probabilities of its tokens."
		},
		"model": {
			"type": "string",
			"maxLength": 200,
			"pattern": "^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9])?/[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9])?$",
			"description": "The model that it serves, by its name on the Hub. A submission has to name the same."
		},
		"revision": {
			"type": "string",
			"pattern": "^[0-9a-f]{40}$",
			"description": "The revision that it serves: 40 lower-case hexadecimal digits. A submission has to name the same."
		},
		"parameters": {
			"type": ["integer", "null"],
			"minimum": 1,
			"maximum": 0x5af3107a4000,
			"default": null,
			"description": "Parameters of the model, every expert counted: they decide its class. Null where nobody knows."
		},
		"servedName": {
			"type": "string",
			"minLength": 1,
			"maxLength": 300,
			"pattern": "^[!-~]+$",
			"description": "The name that the server itself gives the model, where it is another than model."
		},
		"keyVariable": {
			"type": "string",
			"maxLength": 120,
			"pattern": "^[A-Z_][A-Z0-9_]*$",
			"description": "Name of the environment variable that holds the server's key. Never the key itself."
		},
		"gpus": {
			"type": "array",
			"maxItems": 64,
			"uniqueItems": true,
			"items": {
				"type": "string",
				"maxLength": 80,
				"pattern": "^(?:GPU|MIG)-[0-9A-Za-z-]+$",
				"description": "The UUID of a GPU, as nvidia-smi -L lists it."
			},
			"description": "The GPUs that the server runs on: these are metered. Empty for a server that runs on the processor."
		},
		"privateAddress": {
			"type": "boolean",
			"default": false,
			"description": "Whether the server has a private or loopback address on purpose. Any other such address is refused."
		},
		"limits": {
			"type": "object",
			"additionalProperties": false,
			"default": {},
			"description": "What an answer may take at most.",
			"properties": {
				"answerBytes": {
					"type": "integer",
					"minimum": 1024,
					"maximum": 1073741824,
					"default": 67108864,
					"description": "Largest answer to one query, in bytes."
				},
				"firstTokenSeconds": {
					"type": "number",
					"exclusiveMinimum": 0,
					"maximum": 86400,
					"default": 120,
					"description": "Longest wait for the beginning of an answer and for its first token, in seconds."
				},
				"querySeconds": {
					"type": "number",
					"exclusiveMinimum": 0,
					"maximum": 86400,
					"default": 600,
					"description": "Longest time of one query, in seconds."
				}
			}
		}
	}
};
const pattern39 = new RegExp("^https?://[A-Za-z0-9.:\\[\\]-]+(?:/[A-Za-z0-9._~-]+)*/?$", "u");
const pattern40 = new RegExp("^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9])?/[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9])?$", "u");
const pattern42 = new RegExp("^[!-~]+$", "u");
const pattern43 = new RegExp("^[A-Z_][A-Z0-9_]*$", "u");
const pattern44 = new RegExp("^(?:GPU|MIG)-[0-9A-Za-z-]+$", "u");
function validate130(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate130.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.parameters === void 0) data.parameters = null;
		if (data.privateAddress === void 0) data.privateAddress = false;
		if (data.limits === void 0) data.limits = {};
		if (data.url === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "url" },
				message: "must have required property 'url'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.server === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "server" },
				message: "must have required property 'server'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.model === void 0) {
			const err2 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "model" },
				message: "must have required property 'model'"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.revision === void 0) {
			const err3 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "revision" },
				message: "must have required property 'revision'"
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (data.gpus === void 0) {
			const err4 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "gpus" },
				message: "must have required property 'gpus'"
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
		for (const key0 in data) if (!func1.call(schema50.properties, key0)) {
			const err5 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err5];
			else vErrors.push(err5);
			errors++;
		}
		if (data.url !== void 0) {
			let data0 = data.url;
			if (typeof data0 === "string") {
				if (func2(data0) > 512) {
					const err6 = {
						instancePath: instancePath + "/url",
						schemaPath: "#/properties/url/maxLength",
						keyword: "maxLength",
						params: { limit: 512 },
						message: "must NOT have more than 512 characters"
					};
					if (vErrors === null) vErrors = [err6];
					else vErrors.push(err6);
					errors++;
				}
				if (!pattern39.test(data0)) {
					const err7 = {
						instancePath: instancePath + "/url",
						schemaPath: "#/properties/url/pattern",
						keyword: "pattern",
						params: { pattern: "^https?://[A-Za-z0-9.:\\[\\]-]+(?:/[A-Za-z0-9._~-]+)*/?$" },
						message: "must match pattern \"^https?://[A-Za-z0-9.:\\[\\]-]+(?:/[A-Za-z0-9._~-]+)*/?$\""
					};
					if (vErrors === null) vErrors = [err7];
					else vErrors.push(err7);
					errors++;
				}
			} else {
				const err8 = {
					instancePath: instancePath + "/url",
					schemaPath: "#/properties/url/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err8];
				else vErrors.push(err8);
				errors++;
			}
		}
		if (data.server !== void 0) {
			let data1 = data.server;
			if (!(data1 === "vllm" || data1 === "sglang" || data1 === "tgi" || data1 === "llama.cpp" || data1 === "openai")) {
				const err9 = {
					instancePath: instancePath + "/server",
					schemaPath: "#/properties/server/enum",
					keyword: "enum",
					params: { allowedValues: schema50.properties.server.enum },
					message: "must be equal to one of the allowed values"
				};
				if (vErrors === null) vErrors = [err9];
				else vErrors.push(err9);
				errors++;
			}
		}
		if (data.model !== void 0) {
			let data2 = data.model;
			if (typeof data2 === "string") {
				if (func2(data2) > 200) {
					const err10 = {
						instancePath: instancePath + "/model",
						schemaPath: "#/properties/model/maxLength",
						keyword: "maxLength",
						params: { limit: 200 },
						message: "must NOT have more than 200 characters"
					};
					if (vErrors === null) vErrors = [err10];
					else vErrors.push(err10);
					errors++;
				}
				if (!pattern40.test(data2)) {
					const err11 = {
						instancePath: instancePath + "/model",
						schemaPath: "#/properties/model/pattern",
						keyword: "pattern",
						params: { pattern: "^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9])?/[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9])?$" },
						message: "must match pattern \"^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9])?/[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9])?$\""
					};
					if (vErrors === null) vErrors = [err11];
					else vErrors.push(err11);
					errors++;
				}
			} else {
				const err12 = {
					instancePath: instancePath + "/model",
					schemaPath: "#/properties/model/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err12];
				else vErrors.push(err12);
				errors++;
			}
		}
		if (data.revision !== void 0) {
			let data3 = data.revision;
			if (typeof data3 === "string") {
				if (!pattern4.test(data3)) {
					const err13 = {
						instancePath: instancePath + "/revision",
						schemaPath: "#/properties/revision/pattern",
						keyword: "pattern",
						params: { pattern: "^[0-9a-f]{40}$" },
						message: "must match pattern \"^[0-9a-f]{40}$\""
					};
					if (vErrors === null) vErrors = [err13];
					else vErrors.push(err13);
					errors++;
				}
			} else {
				const err14 = {
					instancePath: instancePath + "/revision",
					schemaPath: "#/properties/revision/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err14];
				else vErrors.push(err14);
				errors++;
			}
		}
		let data4 = data.parameters;
		if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4)) && data4 !== null) {
			const err15 = {
				instancePath: instancePath + "/parameters",
				schemaPath: "#/properties/parameters/type",
				keyword: "type",
				params: { type: schema50.properties.parameters.type },
				message: "must be integer,null"
			};
			if (vErrors === null) vErrors = [err15];
			else vErrors.push(err15);
			errors++;
		}
		if (typeof data4 == "number" && isFinite(data4)) {
			if (data4 > 0x5af3107a4000 || isNaN(data4)) {
				const err16 = {
					instancePath: instancePath + "/parameters",
					schemaPath: "#/properties/parameters/maximum",
					keyword: "maximum",
					params: {
						comparison: "<=",
						limit: 0x5af3107a4000
					},
					message: "must be <= 100000000000000"
				};
				if (vErrors === null) vErrors = [err16];
				else vErrors.push(err16);
				errors++;
			}
			if (data4 < 1 || isNaN(data4)) {
				const err17 = {
					instancePath: instancePath + "/parameters",
					schemaPath: "#/properties/parameters/minimum",
					keyword: "minimum",
					params: {
						comparison: ">=",
						limit: 1
					},
					message: "must be >= 1"
				};
				if (vErrors === null) vErrors = [err17];
				else vErrors.push(err17);
				errors++;
			}
		}
		if (data.servedName !== void 0) {
			let data5 = data.servedName;
			if (typeof data5 === "string") {
				if (func2(data5) > 300) {
					const err18 = {
						instancePath: instancePath + "/servedName",
						schemaPath: "#/properties/servedName/maxLength",
						keyword: "maxLength",
						params: { limit: 300 },
						message: "must NOT have more than 300 characters"
					};
					if (vErrors === null) vErrors = [err18];
					else vErrors.push(err18);
					errors++;
				}
				if (func2(data5) < 1) {
					const err19 = {
						instancePath: instancePath + "/servedName",
						schemaPath: "#/properties/servedName/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters"
					};
					if (vErrors === null) vErrors = [err19];
					else vErrors.push(err19);
					errors++;
				}
				if (!pattern42.test(data5)) {
					const err20 = {
						instancePath: instancePath + "/servedName",
						schemaPath: "#/properties/servedName/pattern",
						keyword: "pattern",
						params: { pattern: "^[!-~]+$" },
						message: "must match pattern \"^[!-~]+$\""
					};
					if (vErrors === null) vErrors = [err20];
					else vErrors.push(err20);
					errors++;
				}
			} else {
				const err21 = {
					instancePath: instancePath + "/servedName",
					schemaPath: "#/properties/servedName/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err21];
				else vErrors.push(err21);
				errors++;
			}
		}
		if (data.keyVariable !== void 0) {
			let data6 = data.keyVariable;
			if (typeof data6 === "string") {
				if (func2(data6) > 120) {
					const err22 = {
						instancePath: instancePath + "/keyVariable",
						schemaPath: "#/properties/keyVariable/maxLength",
						keyword: "maxLength",
						params: { limit: 120 },
						message: "must NOT have more than 120 characters"
					};
					if (vErrors === null) vErrors = [err22];
					else vErrors.push(err22);
					errors++;
				}
				if (!pattern43.test(data6)) {
					const err23 = {
						instancePath: instancePath + "/keyVariable",
						schemaPath: "#/properties/keyVariable/pattern",
						keyword: "pattern",
						params: { pattern: "^[A-Z_][A-Z0-9_]*$" },
						message: "must match pattern \"^[A-Z_][A-Z0-9_]*$\""
					};
					if (vErrors === null) vErrors = [err23];
					else vErrors.push(err23);
					errors++;
				}
			} else {
				const err24 = {
					instancePath: instancePath + "/keyVariable",
					schemaPath: "#/properties/keyVariable/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err24];
				else vErrors.push(err24);
				errors++;
			}
		}
		if (data.gpus !== void 0) {
			let data7 = data.gpus;
			if (Array.isArray(data7)) {
				if (data7.length > 64) {
					const err25 = {
						instancePath: instancePath + "/gpus",
						schemaPath: "#/properties/gpus/maxItems",
						keyword: "maxItems",
						params: { limit: 64 },
						message: "must NOT have more than 64 items"
					};
					if (vErrors === null) vErrors = [err25];
					else vErrors.push(err25);
					errors++;
				}
				const len0 = data7.length;
				for (let i0 = 0; i0 < len0; i0++) {
					let data8 = data7[i0];
					if (typeof data8 === "string") {
						if (func2(data8) > 80) {
							const err26 = {
								instancePath: instancePath + "/gpus/" + i0,
								schemaPath: "#/properties/gpus/items/maxLength",
								keyword: "maxLength",
								params: { limit: 80 },
								message: "must NOT have more than 80 characters"
							};
							if (vErrors === null) vErrors = [err26];
							else vErrors.push(err26);
							errors++;
						}
						if (!pattern44.test(data8)) {
							const err27 = {
								instancePath: instancePath + "/gpus/" + i0,
								schemaPath: "#/properties/gpus/items/pattern",
								keyword: "pattern",
								params: { pattern: "^(?:GPU|MIG)-[0-9A-Za-z-]+$" },
								message: "must match pattern \"^(?:GPU|MIG)-[0-9A-Za-z-]+$\""
							};
							if (vErrors === null) vErrors = [err27];
							else vErrors.push(err27);
							errors++;
						}
					} else {
						const err28 = {
							instancePath: instancePath + "/gpus/" + i0,
							schemaPath: "#/properties/gpus/items/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err28];
						else vErrors.push(err28);
						errors++;
					}
				}
				let i1 = data7.length;
				let j0;
				if (i1 > 1) {
					const indices0 = {};
					for (; i1--;) {
						let item0 = data7[i1];
						if (typeof item0 !== "string") continue;
						if (typeof indices0[item0] == "number") {
							j0 = indices0[item0];
							const err29 = {
								instancePath: instancePath + "/gpus",
								schemaPath: "#/properties/gpus/uniqueItems",
								keyword: "uniqueItems",
								params: {
									i: i1,
									j: j0
								},
								message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)"
							};
							if (vErrors === null) vErrors = [err29];
							else vErrors.push(err29);
							errors++;
							break;
						}
						indices0[item0] = i1;
					}
				}
			} else {
				const err30 = {
					instancePath: instancePath + "/gpus",
					schemaPath: "#/properties/gpus/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err30];
				else vErrors.push(err30);
				errors++;
			}
		}
		if (typeof data.privateAddress !== "boolean") {
			const err31 = {
				instancePath: instancePath + "/privateAddress",
				schemaPath: "#/properties/privateAddress/type",
				keyword: "type",
				params: { type: "boolean" },
				message: "must be boolean"
			};
			if (vErrors === null) vErrors = [err31];
			else vErrors.push(err31);
			errors++;
		}
		let data10 = data.limits;
		if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
			if (data10.answerBytes === void 0) data10.answerBytes = 67108864;
			if (data10.firstTokenSeconds === void 0) data10.firstTokenSeconds = 120;
			if (data10.querySeconds === void 0) data10.querySeconds = 600;
			for (const key1 in data10) if (!(key1 === "answerBytes" || key1 === "firstTokenSeconds" || key1 === "querySeconds")) {
				const err32 = {
					instancePath: instancePath + "/limits",
					schemaPath: "#/properties/limits/additionalProperties",
					keyword: "additionalProperties",
					params: { additionalProperty: key1 },
					message: "must NOT have additional properties"
				};
				if (vErrors === null) vErrors = [err32];
				else vErrors.push(err32);
				errors++;
			}
			let data11 = data10.answerBytes;
			if (!(typeof data11 == "number" && !(data11 % 1) && !isNaN(data11) && isFinite(data11))) {
				const err33 = {
					instancePath: instancePath + "/limits/answerBytes",
					schemaPath: "#/properties/limits/properties/answerBytes/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err33];
				else vErrors.push(err33);
				errors++;
			}
			if (typeof data11 == "number" && isFinite(data11)) {
				if (data11 > 1073741824 || isNaN(data11)) {
					const err34 = {
						instancePath: instancePath + "/limits/answerBytes",
						schemaPath: "#/properties/limits/properties/answerBytes/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 1073741824
						},
						message: "must be <= 1073741824"
					};
					if (vErrors === null) vErrors = [err34];
					else vErrors.push(err34);
					errors++;
				}
				if (data11 < 1024 || isNaN(data11)) {
					const err35 = {
						instancePath: instancePath + "/limits/answerBytes",
						schemaPath: "#/properties/limits/properties/answerBytes/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1024
						},
						message: "must be >= 1024"
					};
					if (vErrors === null) vErrors = [err35];
					else vErrors.push(err35);
					errors++;
				}
			}
			let data12 = data10.firstTokenSeconds;
			if (typeof data12 == "number" && isFinite(data12)) {
				if (data12 > 86400 || isNaN(data12)) {
					const err36 = {
						instancePath: instancePath + "/limits/firstTokenSeconds",
						schemaPath: "#/properties/limits/properties/firstTokenSeconds/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 86400
						},
						message: "must be <= 86400"
					};
					if (vErrors === null) vErrors = [err36];
					else vErrors.push(err36);
					errors++;
				}
				if (data12 <= 0 || isNaN(data12)) {
					const err37 = {
						instancePath: instancePath + "/limits/firstTokenSeconds",
						schemaPath: "#/properties/limits/properties/firstTokenSeconds/exclusiveMinimum",
						keyword: "exclusiveMinimum",
						params: {
							comparison: ">",
							limit: 0
						},
						message: "must be > 0"
					};
					if (vErrors === null) vErrors = [err37];
					else vErrors.push(err37);
					errors++;
				}
			} else {
				const err38 = {
					instancePath: instancePath + "/limits/firstTokenSeconds",
					schemaPath: "#/properties/limits/properties/firstTokenSeconds/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number"
				};
				if (vErrors === null) vErrors = [err38];
				else vErrors.push(err38);
				errors++;
			}
			let data13 = data10.querySeconds;
			if (typeof data13 == "number" && isFinite(data13)) {
				if (data13 > 86400 || isNaN(data13)) {
					const err39 = {
						instancePath: instancePath + "/limits/querySeconds",
						schemaPath: "#/properties/limits/properties/querySeconds/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 86400
						},
						message: "must be <= 86400"
					};
					if (vErrors === null) vErrors = [err39];
					else vErrors.push(err39);
					errors++;
				}
				if (data13 <= 0 || isNaN(data13)) {
					const err40 = {
						instancePath: instancePath + "/limits/querySeconds",
						schemaPath: "#/properties/limits/properties/querySeconds/exclusiveMinimum",
						keyword: "exclusiveMinimum",
						params: {
							comparison: ">",
							limit: 0
						},
						message: "must be > 0"
					};
					if (vErrors === null) vErrors = [err40];
					else vErrors.push(err40);
					errors++;
				}
			} else {
				const err41 = {
					instancePath: instancePath + "/limits/querySeconds",
					schemaPath: "#/properties/limits/properties/querySeconds/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number"
				};
				if (vErrors === null) vErrors = [err41];
				else vErrors.push(err41);
				errors++;
			}
		} else {
			const err42 = {
				instancePath: instancePath + "/limits",
				schemaPath: "#/properties/limits/type",
				keyword: "type",
				params: { type: "object" },
				message: "must be object"
			};
			if (vErrors === null) vErrors = [err42];
			else vErrors.push(err42);
			errors++;
		}
	} else {
		const err43 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err43];
		else vErrors.push(err43);
		errors++;
	}
	validate130.errors = vErrors;
	return errors === 0;
}
validate130.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
function validate129(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate129.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.schemaVersion === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "schemaVersion" },
				message: "must have required property 'schemaVersion'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.endpoints === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "endpoints" },
				message: "must have required property 'endpoints'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "schemaVersion" || key0 === "endpoints")) {
			const err2 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.schemaVersion !== void 0) {
			if (1 !== data.schemaVersion) {
				const err3 = {
					instancePath: instancePath + "/schemaVersion",
					schemaPath: "#/properties/schemaVersion/const",
					keyword: "const",
					params: { allowedValue: 1 },
					message: "must be equal to constant"
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
		if (data.endpoints !== void 0) {
			let data1 = data.endpoints;
			if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
				if (Object.keys(data1).length > 200) {
					const err4 = {
						instancePath: instancePath + "/endpoints",
						schemaPath: "#/properties/endpoints/maxProperties",
						keyword: "maxProperties",
						params: { limit: 200 },
						message: "must NOT have more than 200 properties"
					};
					if (vErrors === null) vErrors = [err4];
					else vErrors.push(err4);
					errors++;
				}
				if (Object.keys(data1).length < 1) {
					const err5 = {
						instancePath: instancePath + "/endpoints",
						schemaPath: "#/properties/endpoints/minProperties",
						keyword: "minProperties",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 properties"
					};
					if (vErrors === null) vErrors = [err5];
					else vErrors.push(err5);
					errors++;
				}
				for (const key1 in data1) if (!pattern5.test(key1)) {
					const err6 = {
						instancePath: instancePath + "/endpoints",
						schemaPath: "#/properties/endpoints/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key1 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err6];
					else vErrors.push(err6);
					errors++;
				}
				for (const key2 in data1) if (pattern5.test(key2)) {
					if (!validate130(data1[key2], {
						instancePath: instancePath + "/endpoints/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),
						parentData: data1,
						parentDataProperty: key2,
						rootData,
						dynamicAnchors
					})) {
						vErrors = vErrors === null ? validate130.errors : vErrors.concat(validate130.errors);
						errors = vErrors.length;
					}
				}
			} else {
				const err7 = {
					instancePath: instancePath + "/endpoints",
					schemaPath: "#/properties/endpoints/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err7];
				else vErrors.push(err7);
				errors++;
			}
		}
	} else {
		const err8 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err8];
		else vErrors.push(err8);
		errors++;
	}
	validate129.errors = vErrors;
	return errors === 0;
}
validate129.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
const validateImport = validate132;
const schema51 = {
	"$schema": "https://json-schema.org/draft/2020-12/schema",
	"$id": "urn:ai-energy-score:schema:import:1",
	"title": "Import",
	"description": "What another harness reported, converted: a figure without windows, readings and runs, so it is no result. Never better than unofficial.",
	"type": "object",
	"additionalProperties": false,
	"required": [
		"schemaVersion",
		"origin",
		"source",
		"model",
		"revision",
		"task",
		"told",
		"report",
		"figure",
		"omits"
	],
	"properties": {
		"schemaVersion": {
			"const": 1,
			"description": "Version of this format. Always 1."
		},
		"origin": {
			"const": "imported",
			"description": "Converted from another harness. Always imported."
		},
		"source": {
			"type": "object",
			"additionalProperties": false,
			"required": [
				"tool",
				"version",
				"shape",
				"file",
				"sha256",
				"bytes"
			],
			"description": "The report that was converted.",
			"properties": {
				"tool": {
					"enum": ["optimum-benchmark", "ai_energy_benchmarks"],
					"description": "The harness that wrote it."
				},
				"version": {
					"type": ["string", "null"],
					"maxLength": 40,
					"description": "The harness's version; null where the report does not tell."
				},
				"shape": {
					"enum": [
						"benchmark_report.json",
						"benchmark.json",
						"results.json"
					],
					"description": "Which of the harness's documents it is: benchmark_report.json (phases alone) and benchmark.json (configuration and phases) of optimum-benchmark, the results of ai_energy_benchmarks."
				},
				"file": {
					"type": "string",
					"maxLength": 200,
					"description": "Name of the file, without its folder."
				},
				"sha256": {
					"$ref": "#/$defs/sha256",
					"description": "Digest of the file's bytes."
				},
				"bytes": {
					"type": "integer",
					"minimum": 1,
					"maximum": 16777216,
					"description": "Size of the file, in bytes."
				}
			}
		},
		"model": {
			"$ref": "#/$defs/modelId",
			"description": "The model's id on the Hub."
		},
		"revision": {
			"oneOf": [{
				"type": "null",
				"description": "Nobody told."
			}, {
				"$ref": "#/$defs/revision",
				"description": "The commit."
			}],
			"description": "The commit that was measured, as whoever imported it or the report tells; null where neither does."
		},
		"task": {
			"$ref": "#/$defs/task",
			"description": "The task."
		},
		"told": {
			"type": "object",
			"additionalProperties": false,
			"required": ["queries", "hardware"],
			"description": "What whoever imported it told; the report holds the rest.",
			"properties": {
				"queries": {
					"type": ["integer", "null"],
					"minimum": 1,
					"maximum": 1e9,
					"description": "Queries of one pass; null where the report was to tell."
				},
				"hardware": {
					"type": ["string", "null"],
					"maxLength": 200,
					"description": "What it ran on, in words; null where nothing was told."
				}
			}
		},
		"report": {
			"type": "object",
			"additionalProperties": false,
			"required": [
				"model",
				"revision",
				"task",
				"windows",
				"queries",
				"failedQueries",
				"newTokens",
				"batchSize",
				"dataset",
				"precision",
				"weights",
				"device",
				"gpus",
				"cpu",
				"software"
			],
			"description": "What the report says, in its own units, before anything is computed.",
			"properties": {
				"model": {
					"type": ["string", "null"],
					"maxLength": 300,
					"description": "The model as the report names it; null where it does not."
				},
				"revision": {
					"type": ["string", "null"],
					"maxLength": 100,
					"description": "The revision as the report names it; null where it does not."
				},
				"task": {
					"type": ["string", "null"],
					"maxLength": 100,
					"description": "The task as the report names it; null where it does not."
				},
				"windows": {
					"type": "array",
					"minItems": 1,
					"maxItems": 20,
					"items": {
						"type": "object",
						"additionalProperties": false,
						"required": [
							"name",
							"unit",
							"gpu",
							"cpu",
							"ram",
							"total",
							"seconds",
							"gpuRuns"
						],
						"description": "What one window or phase used.",
						"properties": {
							"name": {
								"type": "string",
								"maxLength": 60,
								"description": "The report's name for it; window where it has one for everything."
							},
							"unit": {
								"enum": ["kWh", "Wh"],
								"description": "Unit of the energies."
							},
							"gpu": {
								"type": ["number", "null"],
								"minimum": -0xe8d4a51000,
								"maximum": 0xe8d4a51000,
								"description": "GPU energy."
							},
							"cpu": {
								"type": ["number", "null"],
								"minimum": -0xe8d4a51000,
								"maximum": 0xe8d4a51000,
								"description": "Processor energy."
							},
							"ram": {
								"type": ["number", "null"],
								"minimum": -0xe8d4a51000,
								"maximum": 0xe8d4a51000,
								"description": "Memory energy."
							},
							"total": {
								"type": ["number", "null"],
								"minimum": -0xe8d4a51000,
								"maximum": 0xe8d4a51000,
								"description": "The report's own sum."
							},
							"seconds": {
								"type": ["number", "null"],
								"minimum": 0,
								"maximum": 0xe8d4a51000,
								"description": "How long it took, in seconds; null where it is not told."
							},
							"gpuRuns": {
								"type": "array",
								"maxItems": 100,
								"items": {
									"type": "number",
									"minimum": -0xe8d4a51000,
									"maximum": 0xe8d4a51000,
									"description": "GPU energy of one run."
								},
								"description": "GPU energy of each run whose mean gpu is, in the same unit; empty where the report tells one energy alone."
							}
						}
					},
					"description": "Every energy of the report, in its order."
				},
				"queries": {
					"type": ["integer", "null"],
					"minimum": -1e9,
					"maximum": 1e9,
					"description": "Queries asked; null where the report does not tell."
				},
				"failedQueries": {
					"type": ["integer", "null"],
					"minimum": 0,
					"maximum": 1e9,
					"description": "Queries that failed; null where the report does not tell."
				},
				"newTokens": {
					"type": ["number", "null"],
					"minimum": 0,
					"maximum": 0xe8d4a51000,
					"description": "New tokens in all; null where the report does not tell."
				},
				"batchSize": {
					"type": ["integer", "null"],
					"minimum": 1,
					"maximum": 1e6,
					"description": "Queries at once; null where the report does not tell."
				},
				"dataset": {
					"type": ["string", "null"],
					"maxLength": 200,
					"description": "The data set; null where the report does not tell."
				},
				"precision": {
					"type": ["string", "null"],
					"maxLength": 40,
					"description": "The number format; null where the report does not tell."
				},
				"weights": {
					"enum": [
						"real",
						"random",
						"unknown"
					],
					"description": "Whether the model's own weights were loaded."
				},
				"device": {
					"type": ["string", "null"],
					"maxLength": 60,
					"description": "The kind of device, as in cuda; null where the report does not tell."
				},
				"gpus": {
					"type": "array",
					"minItems": 0,
					"maxItems": 64,
					"items": {
						"type": "string",
						"maxLength": 200,
						"description": "A GPU."
					},
					"description": "Names of the machine's GPUs; empty where the report does not tell."
				},
				"cpu": {
					"type": ["string", "null"],
					"maxLength": 200,
					"description": "The processor; null where the report does not tell."
				},
				"software": {
					"type": "array",
					"minItems": 0,
					"maxItems": 32,
					"items": {
						"type": "string",
						"maxLength": 120,
						"description": "A library."
					},
					"description": "Libraries, <name>@<version>."
				}
			}
		},
		"figure": {
			"type": "object",
			"additionalProperties": false,
			"required": [
				"scope",
				"whPer1000Queries",
				"phases",
				"queries",
				"failedQueries",
				"newTokensPerQuery",
				"cpuWhPer1000Queries",
				"ramWhPer1000Queries"
			],
			"description": "The figure, computed from the report.",
			"properties": {
				"scope": {
					"const": "gpu",
					"description": "GPU energy, the only one that is scored."
				},
				"whPer1000Queries": {
					"type": "number",
					"exclusiveMinimum": 0,
					"maximum": 0xe8d4a51000,
					"description": "Sum of the scored phases, in watt-hours per 1,000 answered queries."
				},
				"phases": {
					"type": "array",
					"minItems": 1,
					"maxItems": 3,
					"items": {
						"type": "object",
						"additionalProperties": false,
						"required": [
							"name",
							"whPer1000Queries",
							"scored"
						],
						"description": "One phase.",
						"properties": {
							"name": {
								"enum": [
									"preprocess",
									"prefill",
									"decode",
									"forward",
									"call",
									"window"
								],
								"description": "The phase; window where the report has one for everything."
							},
							"whPer1000Queries": {
								"type": "number",
								"minimum": 0,
								"maximum": 0xe8d4a51000,
								"description": "Watt-hours per 1,000 answered queries."
							},
							"scored": {
								"type": "boolean",
								"description": "Whether it counts towards the figure."
							}
						}
					},
					"description": "The phases that the report tells apart."
				},
				"queries": {
					"type": "integer",
					"minimum": 1,
					"maximum": 1e9,
					"description": "Queries that were answered, one pass."
				},
				"failedQueries": {
					"type": ["integer", "null"],
					"minimum": 0,
					"maximum": 1e9,
					"description": "Queries that failed: their energy is in the figure, they are not in its divisor; null where the report does not tell."
				},
				"newTokensPerQuery": {
					"type": ["number", "null"],
					"minimum": 0,
					"maximum": 0xe8d4a51000,
					"description": "New tokens per answered query; null where the report does not tell or the task has none."
				},
				"cpuWhPer1000Queries": {
					"type": ["number", "null"],
					"minimum": 0,
					"maximum": 0xe8d4a51000,
					"description": "Processor energy of the same phases, never scored; null where it is not told."
				},
				"ramWhPer1000Queries": {
					"type": ["number", "null"],
					"minimum": 0,
					"maximum": 0xe8d4a51000,
					"description": "Memory energy of the same phases, never scored; null where it is not told."
				}
			}
		},
		"omits": {
			"type": "array",
			"minItems": 1,
			"maxItems": 40,
			"items": {
				"type": "object",
				"additionalProperties": false,
				"required": ["code", "sentence"],
				"description": "One omission.",
				"properties": {
					"code": {
						"type": "string",
						"maxLength": 40,
						"pattern": "^[a-z][a-z0-9-]{0,39}$",
						"description": "Its stable name."
					},
					"sentence": {
						"type": "string",
						"maxLength": 400,
						"description": "What it means for the figure."
					}
				}
			},
			"description": "Everything that a measurement of the AI Energy Score has and this figure has not."
		}
	},
	"$defs": {
		"modelId": {
			"type": "string",
			"maxLength": 193,
			"pattern": "^(?!.*(?:\\.\\.|--))[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9])?/[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9_])?$",
			"description": "A repository id of the Hub, <org>/<name>: ASCII letters, digits, '.', '_' and '-'."
		},
		"revision": {
			"type": "string",
			"pattern": "^[0-9a-f]{40}$",
			"description": "A full commit id: 40 lower-case hexadecimal digits."
		},
		"sha256": {
			"type": "string",
			"pattern": "^[0-9a-f]{64}$",
			"description": "A SHA-256 digest: 64 lower-case hexadecimal digits."
		},
		"task": {
			"enum": [
				"text-generation",
				"reasoning",
				"summarization",
				"question-answering",
				"text-classification",
				"sentence-similarity",
				"image-classification",
				"object-detection",
				"automatic-speech-recognition",
				"text-to-image",
				"image-to-text"
			],
			"description": "A task of the AI Energy Score: the Hub's pipeline tag, or reasoning."
		}
	}
};
function validate133(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate133.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (typeof data === "string") {
		if (!pattern7.test(data)) {
			const err0 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^[0-9a-f]{64}$" },
				message: "must match pattern \"^[0-9a-f]{64}$\""
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string"
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate133.errors = vErrors;
	return errors === 0;
}
validate133.evaluated = {
	"dynamicProps": false,
	"dynamicItems": false
};
function validate135(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate135.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (typeof data === "string") {
		if (func2(data) > 193) {
			const err0 = {
				instancePath,
				schemaPath: "#/maxLength",
				keyword: "maxLength",
				params: { limit: 193 },
				message: "must NOT have more than 193 characters"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (!pattern3.test(data)) {
			const err1 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^(?!.*(?:\\.\\.|--))[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9])?/[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9_])?$" },
				message: "must match pattern \"^(?!.*(?:\\.\\.|--))[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9])?/[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9_])?$\""
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
	} else {
		const err2 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string"
		};
		if (vErrors === null) vErrors = [err2];
		else vErrors.push(err2);
		errors++;
	}
	validate135.errors = vErrors;
	return errors === 0;
}
validate135.evaluated = {
	"dynamicProps": false,
	"dynamicItems": false
};
function validate137(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate137.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (typeof data === "string") {
		if (!pattern4.test(data)) {
			const err0 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^[0-9a-f]{40}$" },
				message: "must match pattern \"^[0-9a-f]{40}$\""
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string"
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate137.errors = vErrors;
	return errors === 0;
}
validate137.evaluated = {
	"dynamicProps": false,
	"dynamicItems": false
};
const schema55 = {
	"enum": [
		"text-generation",
		"reasoning",
		"summarization",
		"question-answering",
		"text-classification",
		"sentence-similarity",
		"image-classification",
		"object-detection",
		"automatic-speech-recognition",
		"text-to-image",
		"image-to-text"
	],
	"description": "A task of the AI Energy Score: the Hub's pipeline tag, or reasoning."
};
function validate139(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate139.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (!(data === "text-generation" || data === "reasoning" || data === "summarization" || data === "question-answering" || data === "text-classification" || data === "sentence-similarity" || data === "image-classification" || data === "object-detection" || data === "automatic-speech-recognition" || data === "text-to-image" || data === "image-to-text")) {
		const err0 = {
			instancePath,
			schemaPath: "#/enum",
			keyword: "enum",
			params: { allowedValues: schema55.enum },
			message: "must be equal to one of the allowed values"
		};
		if (vErrors === null) vErrors = [err0];
		else vErrors.push(err0);
		errors++;
	}
	validate139.errors = vErrors;
	return errors === 0;
}
validate139.evaluated = {
	"dynamicProps": false,
	"dynamicItems": false
};
const pattern48 = new RegExp("^[a-z][a-z0-9-]{0,39}$", "u");
function validate132(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate132.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.schemaVersion === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "schemaVersion" },
				message: "must have required property 'schemaVersion'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.origin === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "origin" },
				message: "must have required property 'origin'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.source === void 0) {
			const err2 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "source" },
				message: "must have required property 'source'"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.model === void 0) {
			const err3 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "model" },
				message: "must have required property 'model'"
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (data.revision === void 0) {
			const err4 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "revision" },
				message: "must have required property 'revision'"
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
		if (data.task === void 0) {
			const err5 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "task" },
				message: "must have required property 'task'"
			};
			if (vErrors === null) vErrors = [err5];
			else vErrors.push(err5);
			errors++;
		}
		if (data.told === void 0) {
			const err6 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "told" },
				message: "must have required property 'told'"
			};
			if (vErrors === null) vErrors = [err6];
			else vErrors.push(err6);
			errors++;
		}
		if (data.report === void 0) {
			const err7 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "report" },
				message: "must have required property 'report'"
			};
			if (vErrors === null) vErrors = [err7];
			else vErrors.push(err7);
			errors++;
		}
		if (data.figure === void 0) {
			const err8 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "figure" },
				message: "must have required property 'figure'"
			};
			if (vErrors === null) vErrors = [err8];
			else vErrors.push(err8);
			errors++;
		}
		if (data.omits === void 0) {
			const err9 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "omits" },
				message: "must have required property 'omits'"
			};
			if (vErrors === null) vErrors = [err9];
			else vErrors.push(err9);
			errors++;
		}
		for (const key0 in data) if (!func1.call(schema51.properties, key0)) {
			const err10 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err10];
			else vErrors.push(err10);
			errors++;
		}
		if (data.schemaVersion !== void 0) {
			if (1 !== data.schemaVersion) {
				const err11 = {
					instancePath: instancePath + "/schemaVersion",
					schemaPath: "#/properties/schemaVersion/const",
					keyword: "const",
					params: { allowedValue: 1 },
					message: "must be equal to constant"
				};
				if (vErrors === null) vErrors = [err11];
				else vErrors.push(err11);
				errors++;
			}
		}
		if (data.origin !== void 0) {
			if ("imported" !== data.origin) {
				const err12 = {
					instancePath: instancePath + "/origin",
					schemaPath: "#/properties/origin/const",
					keyword: "const",
					params: { allowedValue: "imported" },
					message: "must be equal to constant"
				};
				if (vErrors === null) vErrors = [err12];
				else vErrors.push(err12);
				errors++;
			}
		}
		if (data.source !== void 0) {
			let data2 = data.source;
			if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
				if (data2.tool === void 0) {
					const err13 = {
						instancePath: instancePath + "/source",
						schemaPath: "#/properties/source/required",
						keyword: "required",
						params: { missingProperty: "tool" },
						message: "must have required property 'tool'"
					};
					if (vErrors === null) vErrors = [err13];
					else vErrors.push(err13);
					errors++;
				}
				if (data2.version === void 0) {
					const err14 = {
						instancePath: instancePath + "/source",
						schemaPath: "#/properties/source/required",
						keyword: "required",
						params: { missingProperty: "version" },
						message: "must have required property 'version'"
					};
					if (vErrors === null) vErrors = [err14];
					else vErrors.push(err14);
					errors++;
				}
				if (data2.shape === void 0) {
					const err15 = {
						instancePath: instancePath + "/source",
						schemaPath: "#/properties/source/required",
						keyword: "required",
						params: { missingProperty: "shape" },
						message: "must have required property 'shape'"
					};
					if (vErrors === null) vErrors = [err15];
					else vErrors.push(err15);
					errors++;
				}
				if (data2.file === void 0) {
					const err16 = {
						instancePath: instancePath + "/source",
						schemaPath: "#/properties/source/required",
						keyword: "required",
						params: { missingProperty: "file" },
						message: "must have required property 'file'"
					};
					if (vErrors === null) vErrors = [err16];
					else vErrors.push(err16);
					errors++;
				}
				if (data2.sha256 === void 0) {
					const err17 = {
						instancePath: instancePath + "/source",
						schemaPath: "#/properties/source/required",
						keyword: "required",
						params: { missingProperty: "sha256" },
						message: "must have required property 'sha256'"
					};
					if (vErrors === null) vErrors = [err17];
					else vErrors.push(err17);
					errors++;
				}
				if (data2.bytes === void 0) {
					const err18 = {
						instancePath: instancePath + "/source",
						schemaPath: "#/properties/source/required",
						keyword: "required",
						params: { missingProperty: "bytes" },
						message: "must have required property 'bytes'"
					};
					if (vErrors === null) vErrors = [err18];
					else vErrors.push(err18);
					errors++;
				}
				for (const key1 in data2) if (!(key1 === "tool" || key1 === "version" || key1 === "shape" || key1 === "file" || key1 === "sha256" || key1 === "bytes")) {
					const err19 = {
						instancePath: instancePath + "/source",
						schemaPath: "#/properties/source/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key1 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err19];
					else vErrors.push(err19);
					errors++;
				}
				if (data2.tool !== void 0) {
					let data3 = data2.tool;
					if (!(data3 === "optimum-benchmark" || data3 === "ai_energy_benchmarks")) {
						const err20 = {
							instancePath: instancePath + "/source/tool",
							schemaPath: "#/properties/source/properties/tool/enum",
							keyword: "enum",
							params: { allowedValues: schema51.properties.source.properties.tool.enum },
							message: "must be equal to one of the allowed values"
						};
						if (vErrors === null) vErrors = [err20];
						else vErrors.push(err20);
						errors++;
					}
				}
				if (data2.version !== void 0) {
					let data4 = data2.version;
					if (typeof data4 !== "string" && data4 !== null) {
						const err21 = {
							instancePath: instancePath + "/source/version",
							schemaPath: "#/properties/source/properties/version/type",
							keyword: "type",
							params: { type: schema51.properties.source.properties.version.type },
							message: "must be string,null"
						};
						if (vErrors === null) vErrors = [err21];
						else vErrors.push(err21);
						errors++;
					}
					if (typeof data4 === "string") {
						if (func2(data4) > 40) {
							const err22 = {
								instancePath: instancePath + "/source/version",
								schemaPath: "#/properties/source/properties/version/maxLength",
								keyword: "maxLength",
								params: { limit: 40 },
								message: "must NOT have more than 40 characters"
							};
							if (vErrors === null) vErrors = [err22];
							else vErrors.push(err22);
							errors++;
						}
					}
				}
				if (data2.shape !== void 0) {
					let data5 = data2.shape;
					if (!(data5 === "benchmark_report.json" || data5 === "benchmark.json" || data5 === "results.json")) {
						const err23 = {
							instancePath: instancePath + "/source/shape",
							schemaPath: "#/properties/source/properties/shape/enum",
							keyword: "enum",
							params: { allowedValues: schema51.properties.source.properties.shape.enum },
							message: "must be equal to one of the allowed values"
						};
						if (vErrors === null) vErrors = [err23];
						else vErrors.push(err23);
						errors++;
					}
				}
				if (data2.file !== void 0) {
					let data6 = data2.file;
					if (typeof data6 === "string") {
						if (func2(data6) > 200) {
							const err24 = {
								instancePath: instancePath + "/source/file",
								schemaPath: "#/properties/source/properties/file/maxLength",
								keyword: "maxLength",
								params: { limit: 200 },
								message: "must NOT have more than 200 characters"
							};
							if (vErrors === null) vErrors = [err24];
							else vErrors.push(err24);
							errors++;
						}
					} else {
						const err25 = {
							instancePath: instancePath + "/source/file",
							schemaPath: "#/properties/source/properties/file/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err25];
						else vErrors.push(err25);
						errors++;
					}
				}
				if (data2.sha256 !== void 0) {
					if (!validate133(data2.sha256, {
						instancePath: instancePath + "/source/sha256",
						parentData: data2,
						parentDataProperty: "sha256",
						rootData,
						dynamicAnchors
					})) {
						vErrors = vErrors === null ? validate133.errors : vErrors.concat(validate133.errors);
						errors = vErrors.length;
					}
				}
				if (data2.bytes !== void 0) {
					let data8 = data2.bytes;
					if (!(typeof data8 == "number" && !(data8 % 1) && !isNaN(data8) && isFinite(data8))) {
						const err26 = {
							instancePath: instancePath + "/source/bytes",
							schemaPath: "#/properties/source/properties/bytes/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err26];
						else vErrors.push(err26);
						errors++;
					}
					if (typeof data8 == "number" && isFinite(data8)) {
						if (data8 > 16777216 || isNaN(data8)) {
							const err27 = {
								instancePath: instancePath + "/source/bytes",
								schemaPath: "#/properties/source/properties/bytes/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 16777216
								},
								message: "must be <= 16777216"
							};
							if (vErrors === null) vErrors = [err27];
							else vErrors.push(err27);
							errors++;
						}
						if (data8 < 1 || isNaN(data8)) {
							const err28 = {
								instancePath: instancePath + "/source/bytes",
								schemaPath: "#/properties/source/properties/bytes/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1"
							};
							if (vErrors === null) vErrors = [err28];
							else vErrors.push(err28);
							errors++;
						}
					}
				}
			} else {
				const err29 = {
					instancePath: instancePath + "/source",
					schemaPath: "#/properties/source/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err29];
				else vErrors.push(err29);
				errors++;
			}
		}
		if (data.model !== void 0) {
			if (!validate135(data.model, {
				instancePath: instancePath + "/model",
				parentData: data,
				parentDataProperty: "model",
				rootData,
				dynamicAnchors
			})) {
				vErrors = vErrors === null ? validate135.errors : vErrors.concat(validate135.errors);
				errors = vErrors.length;
			}
		}
		if (data.revision !== void 0) {
			let data10 = data.revision;
			const _errs18 = errors;
			let valid2 = false;
			let passing0 = null;
			const _errs19 = errors;
			if (data10 !== null) {
				const err30 = {
					instancePath: instancePath + "/revision",
					schemaPath: "#/properties/revision/oneOf/0/type",
					keyword: "type",
					params: { type: "null" },
					message: "must be null"
				};
				if (vErrors === null) vErrors = [err30];
				else vErrors.push(err30);
				errors++;
			}
			var _valid0 = _errs19 === errors;
			if (_valid0) {
				valid2 = true;
				passing0 = 0;
			}
			const _errs21 = errors;
			if (!validate137(data10, {
				instancePath: instancePath + "/revision",
				parentData: data,
				parentDataProperty: "revision",
				rootData,
				dynamicAnchors
			})) {
				vErrors = vErrors === null ? validate137.errors : vErrors.concat(validate137.errors);
				errors = vErrors.length;
			}
			var _valid0 = _errs21 === errors;
			if (_valid0 && valid2) {
				valid2 = false;
				passing0 = [passing0, 1];
			} else if (_valid0) {
				valid2 = true;
				passing0 = 1;
			}
			if (!valid2) {
				const err31 = {
					instancePath: instancePath + "/revision",
					schemaPath: "#/properties/revision/oneOf",
					keyword: "oneOf",
					params: { passingSchemas: passing0 },
					message: "must match exactly one schema in oneOf"
				};
				if (vErrors === null) vErrors = [err31];
				else vErrors.push(err31);
				errors++;
			} else {
				errors = _errs18;
				if (vErrors !== null) {
					if (_errs18) vErrors.length = _errs18;
					else vErrors = null;
				}
			}
		}
		if (data.task !== void 0) {
			if (!validate139(data.task, {
				instancePath: instancePath + "/task",
				parentData: data,
				parentDataProperty: "task",
				rootData,
				dynamicAnchors
			})) {
				vErrors = vErrors === null ? validate139.errors : vErrors.concat(validate139.errors);
				errors = vErrors.length;
			}
		}
		if (data.told !== void 0) {
			let data12 = data.told;
			if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
				if (data12.queries === void 0) {
					const err32 = {
						instancePath: instancePath + "/told",
						schemaPath: "#/properties/told/required",
						keyword: "required",
						params: { missingProperty: "queries" },
						message: "must have required property 'queries'"
					};
					if (vErrors === null) vErrors = [err32];
					else vErrors.push(err32);
					errors++;
				}
				if (data12.hardware === void 0) {
					const err33 = {
						instancePath: instancePath + "/told",
						schemaPath: "#/properties/told/required",
						keyword: "required",
						params: { missingProperty: "hardware" },
						message: "must have required property 'hardware'"
					};
					if (vErrors === null) vErrors = [err33];
					else vErrors.push(err33);
					errors++;
				}
				for (const key2 in data12) if (!(key2 === "queries" || key2 === "hardware")) {
					const err34 = {
						instancePath: instancePath + "/told",
						schemaPath: "#/properties/told/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key2 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err34];
					else vErrors.push(err34);
					errors++;
				}
				if (data12.queries !== void 0) {
					let data13 = data12.queries;
					if (!(typeof data13 == "number" && !(data13 % 1) && !isNaN(data13) && isFinite(data13)) && data13 !== null) {
						const err35 = {
							instancePath: instancePath + "/told/queries",
							schemaPath: "#/properties/told/properties/queries/type",
							keyword: "type",
							params: { type: schema51.properties.told.properties.queries.type },
							message: "must be integer,null"
						};
						if (vErrors === null) vErrors = [err35];
						else vErrors.push(err35);
						errors++;
					}
					if (typeof data13 == "number" && isFinite(data13)) {
						if (data13 > 1e9 || isNaN(data13)) {
							const err36 = {
								instancePath: instancePath + "/told/queries",
								schemaPath: "#/properties/told/properties/queries/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 1e9
								},
								message: "must be <= 1000000000"
							};
							if (vErrors === null) vErrors = [err36];
							else vErrors.push(err36);
							errors++;
						}
						if (data13 < 1 || isNaN(data13)) {
							const err37 = {
								instancePath: instancePath + "/told/queries",
								schemaPath: "#/properties/told/properties/queries/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1"
							};
							if (vErrors === null) vErrors = [err37];
							else vErrors.push(err37);
							errors++;
						}
					}
				}
				if (data12.hardware !== void 0) {
					let data14 = data12.hardware;
					if (typeof data14 !== "string" && data14 !== null) {
						const err38 = {
							instancePath: instancePath + "/told/hardware",
							schemaPath: "#/properties/told/properties/hardware/type",
							keyword: "type",
							params: { type: schema51.properties.told.properties.hardware.type },
							message: "must be string,null"
						};
						if (vErrors === null) vErrors = [err38];
						else vErrors.push(err38);
						errors++;
					}
					if (typeof data14 === "string") {
						if (func2(data14) > 200) {
							const err39 = {
								instancePath: instancePath + "/told/hardware",
								schemaPath: "#/properties/told/properties/hardware/maxLength",
								keyword: "maxLength",
								params: { limit: 200 },
								message: "must NOT have more than 200 characters"
							};
							if (vErrors === null) vErrors = [err39];
							else vErrors.push(err39);
							errors++;
						}
					}
				}
			} else {
				const err40 = {
					instancePath: instancePath + "/told",
					schemaPath: "#/properties/told/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err40];
				else vErrors.push(err40);
				errors++;
			}
		}
		if (data.report !== void 0) {
			let data15 = data.report;
			if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
				if (data15.model === void 0) {
					const err41 = {
						instancePath: instancePath + "/report",
						schemaPath: "#/properties/report/required",
						keyword: "required",
						params: { missingProperty: "model" },
						message: "must have required property 'model'"
					};
					if (vErrors === null) vErrors = [err41];
					else vErrors.push(err41);
					errors++;
				}
				if (data15.revision === void 0) {
					const err42 = {
						instancePath: instancePath + "/report",
						schemaPath: "#/properties/report/required",
						keyword: "required",
						params: { missingProperty: "revision" },
						message: "must have required property 'revision'"
					};
					if (vErrors === null) vErrors = [err42];
					else vErrors.push(err42);
					errors++;
				}
				if (data15.task === void 0) {
					const err43 = {
						instancePath: instancePath + "/report",
						schemaPath: "#/properties/report/required",
						keyword: "required",
						params: { missingProperty: "task" },
						message: "must have required property 'task'"
					};
					if (vErrors === null) vErrors = [err43];
					else vErrors.push(err43);
					errors++;
				}
				if (data15.windows === void 0) {
					const err44 = {
						instancePath: instancePath + "/report",
						schemaPath: "#/properties/report/required",
						keyword: "required",
						params: { missingProperty: "windows" },
						message: "must have required property 'windows'"
					};
					if (vErrors === null) vErrors = [err44];
					else vErrors.push(err44);
					errors++;
				}
				if (data15.queries === void 0) {
					const err45 = {
						instancePath: instancePath + "/report",
						schemaPath: "#/properties/report/required",
						keyword: "required",
						params: { missingProperty: "queries" },
						message: "must have required property 'queries'"
					};
					if (vErrors === null) vErrors = [err45];
					else vErrors.push(err45);
					errors++;
				}
				if (data15.failedQueries === void 0) {
					const err46 = {
						instancePath: instancePath + "/report",
						schemaPath: "#/properties/report/required",
						keyword: "required",
						params: { missingProperty: "failedQueries" },
						message: "must have required property 'failedQueries'"
					};
					if (vErrors === null) vErrors = [err46];
					else vErrors.push(err46);
					errors++;
				}
				if (data15.newTokens === void 0) {
					const err47 = {
						instancePath: instancePath + "/report",
						schemaPath: "#/properties/report/required",
						keyword: "required",
						params: { missingProperty: "newTokens" },
						message: "must have required property 'newTokens'"
					};
					if (vErrors === null) vErrors = [err47];
					else vErrors.push(err47);
					errors++;
				}
				if (data15.batchSize === void 0) {
					const err48 = {
						instancePath: instancePath + "/report",
						schemaPath: "#/properties/report/required",
						keyword: "required",
						params: { missingProperty: "batchSize" },
						message: "must have required property 'batchSize'"
					};
					if (vErrors === null) vErrors = [err48];
					else vErrors.push(err48);
					errors++;
				}
				if (data15.dataset === void 0) {
					const err49 = {
						instancePath: instancePath + "/report",
						schemaPath: "#/properties/report/required",
						keyword: "required",
						params: { missingProperty: "dataset" },
						message: "must have required property 'dataset'"
					};
					if (vErrors === null) vErrors = [err49];
					else vErrors.push(err49);
					errors++;
				}
				if (data15.precision === void 0) {
					const err50 = {
						instancePath: instancePath + "/report",
						schemaPath: "#/properties/report/required",
						keyword: "required",
						params: { missingProperty: "precision" },
						message: "must have required property 'precision'"
					};
					if (vErrors === null) vErrors = [err50];
					else vErrors.push(err50);
					errors++;
				}
				if (data15.weights === void 0) {
					const err51 = {
						instancePath: instancePath + "/report",
						schemaPath: "#/properties/report/required",
						keyword: "required",
						params: { missingProperty: "weights" },
						message: "must have required property 'weights'"
					};
					if (vErrors === null) vErrors = [err51];
					else vErrors.push(err51);
					errors++;
				}
				if (data15.device === void 0) {
					const err52 = {
						instancePath: instancePath + "/report",
						schemaPath: "#/properties/report/required",
						keyword: "required",
						params: { missingProperty: "device" },
						message: "must have required property 'device'"
					};
					if (vErrors === null) vErrors = [err52];
					else vErrors.push(err52);
					errors++;
				}
				if (data15.gpus === void 0) {
					const err53 = {
						instancePath: instancePath + "/report",
						schemaPath: "#/properties/report/required",
						keyword: "required",
						params: { missingProperty: "gpus" },
						message: "must have required property 'gpus'"
					};
					if (vErrors === null) vErrors = [err53];
					else vErrors.push(err53);
					errors++;
				}
				if (data15.cpu === void 0) {
					const err54 = {
						instancePath: instancePath + "/report",
						schemaPath: "#/properties/report/required",
						keyword: "required",
						params: { missingProperty: "cpu" },
						message: "must have required property 'cpu'"
					};
					if (vErrors === null) vErrors = [err54];
					else vErrors.push(err54);
					errors++;
				}
				if (data15.software === void 0) {
					const err55 = {
						instancePath: instancePath + "/report",
						schemaPath: "#/properties/report/required",
						keyword: "required",
						params: { missingProperty: "software" },
						message: "must have required property 'software'"
					};
					if (vErrors === null) vErrors = [err55];
					else vErrors.push(err55);
					errors++;
				}
				for (const key3 in data15) if (!func1.call(schema51.properties.report.properties, key3)) {
					const err56 = {
						instancePath: instancePath + "/report",
						schemaPath: "#/properties/report/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key3 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err56];
					else vErrors.push(err56);
					errors++;
				}
				if (data15.model !== void 0) {
					let data16 = data15.model;
					if (typeof data16 !== "string" && data16 !== null) {
						const err57 = {
							instancePath: instancePath + "/report/model",
							schemaPath: "#/properties/report/properties/model/type",
							keyword: "type",
							params: { type: schema51.properties.report.properties.model.type },
							message: "must be string,null"
						};
						if (vErrors === null) vErrors = [err57];
						else vErrors.push(err57);
						errors++;
					}
					if (typeof data16 === "string") {
						if (func2(data16) > 300) {
							const err58 = {
								instancePath: instancePath + "/report/model",
								schemaPath: "#/properties/report/properties/model/maxLength",
								keyword: "maxLength",
								params: { limit: 300 },
								message: "must NOT have more than 300 characters"
							};
							if (vErrors === null) vErrors = [err58];
							else vErrors.push(err58);
							errors++;
						}
					}
				}
				if (data15.revision !== void 0) {
					let data17 = data15.revision;
					if (typeof data17 !== "string" && data17 !== null) {
						const err59 = {
							instancePath: instancePath + "/report/revision",
							schemaPath: "#/properties/report/properties/revision/type",
							keyword: "type",
							params: { type: schema51.properties.report.properties.revision.type },
							message: "must be string,null"
						};
						if (vErrors === null) vErrors = [err59];
						else vErrors.push(err59);
						errors++;
					}
					if (typeof data17 === "string") {
						if (func2(data17) > 100) {
							const err60 = {
								instancePath: instancePath + "/report/revision",
								schemaPath: "#/properties/report/properties/revision/maxLength",
								keyword: "maxLength",
								params: { limit: 100 },
								message: "must NOT have more than 100 characters"
							};
							if (vErrors === null) vErrors = [err60];
							else vErrors.push(err60);
							errors++;
						}
					}
				}
				if (data15.task !== void 0) {
					let data18 = data15.task;
					if (typeof data18 !== "string" && data18 !== null) {
						const err61 = {
							instancePath: instancePath + "/report/task",
							schemaPath: "#/properties/report/properties/task/type",
							keyword: "type",
							params: { type: schema51.properties.report.properties.task.type },
							message: "must be string,null"
						};
						if (vErrors === null) vErrors = [err61];
						else vErrors.push(err61);
						errors++;
					}
					if (typeof data18 === "string") {
						if (func2(data18) > 100) {
							const err62 = {
								instancePath: instancePath + "/report/task",
								schemaPath: "#/properties/report/properties/task/maxLength",
								keyword: "maxLength",
								params: { limit: 100 },
								message: "must NOT have more than 100 characters"
							};
							if (vErrors === null) vErrors = [err62];
							else vErrors.push(err62);
							errors++;
						}
					}
				}
				if (data15.windows !== void 0) {
					let data19 = data15.windows;
					if (Array.isArray(data19)) {
						if (data19.length > 20) {
							const err63 = {
								instancePath: instancePath + "/report/windows",
								schemaPath: "#/properties/report/properties/windows/maxItems",
								keyword: "maxItems",
								params: { limit: 20 },
								message: "must NOT have more than 20 items"
							};
							if (vErrors === null) vErrors = [err63];
							else vErrors.push(err63);
							errors++;
						}
						if (data19.length < 1) {
							const err64 = {
								instancePath: instancePath + "/report/windows",
								schemaPath: "#/properties/report/properties/windows/minItems",
								keyword: "minItems",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 items"
							};
							if (vErrors === null) vErrors = [err64];
							else vErrors.push(err64);
							errors++;
						}
						const len0 = data19.length;
						for (let i0 = 0; i0 < len0; i0++) {
							let data20 = data19[i0];
							if (data20 && typeof data20 == "object" && !Array.isArray(data20)) {
								if (data20.name === void 0) {
									const err65 = {
										instancePath: instancePath + "/report/windows/" + i0,
										schemaPath: "#/properties/report/properties/windows/items/required",
										keyword: "required",
										params: { missingProperty: "name" },
										message: "must have required property 'name'"
									};
									if (vErrors === null) vErrors = [err65];
									else vErrors.push(err65);
									errors++;
								}
								if (data20.unit === void 0) {
									const err66 = {
										instancePath: instancePath + "/report/windows/" + i0,
										schemaPath: "#/properties/report/properties/windows/items/required",
										keyword: "required",
										params: { missingProperty: "unit" },
										message: "must have required property 'unit'"
									};
									if (vErrors === null) vErrors = [err66];
									else vErrors.push(err66);
									errors++;
								}
								if (data20.gpu === void 0) {
									const err67 = {
										instancePath: instancePath + "/report/windows/" + i0,
										schemaPath: "#/properties/report/properties/windows/items/required",
										keyword: "required",
										params: { missingProperty: "gpu" },
										message: "must have required property 'gpu'"
									};
									if (vErrors === null) vErrors = [err67];
									else vErrors.push(err67);
									errors++;
								}
								if (data20.cpu === void 0) {
									const err68 = {
										instancePath: instancePath + "/report/windows/" + i0,
										schemaPath: "#/properties/report/properties/windows/items/required",
										keyword: "required",
										params: { missingProperty: "cpu" },
										message: "must have required property 'cpu'"
									};
									if (vErrors === null) vErrors = [err68];
									else vErrors.push(err68);
									errors++;
								}
								if (data20.ram === void 0) {
									const err69 = {
										instancePath: instancePath + "/report/windows/" + i0,
										schemaPath: "#/properties/report/properties/windows/items/required",
										keyword: "required",
										params: { missingProperty: "ram" },
										message: "must have required property 'ram'"
									};
									if (vErrors === null) vErrors = [err69];
									else vErrors.push(err69);
									errors++;
								}
								if (data20.total === void 0) {
									const err70 = {
										instancePath: instancePath + "/report/windows/" + i0,
										schemaPath: "#/properties/report/properties/windows/items/required",
										keyword: "required",
										params: { missingProperty: "total" },
										message: "must have required property 'total'"
									};
									if (vErrors === null) vErrors = [err70];
									else vErrors.push(err70);
									errors++;
								}
								if (data20.seconds === void 0) {
									const err71 = {
										instancePath: instancePath + "/report/windows/" + i0,
										schemaPath: "#/properties/report/properties/windows/items/required",
										keyword: "required",
										params: { missingProperty: "seconds" },
										message: "must have required property 'seconds'"
									};
									if (vErrors === null) vErrors = [err71];
									else vErrors.push(err71);
									errors++;
								}
								if (data20.gpuRuns === void 0) {
									const err72 = {
										instancePath: instancePath + "/report/windows/" + i0,
										schemaPath: "#/properties/report/properties/windows/items/required",
										keyword: "required",
										params: { missingProperty: "gpuRuns" },
										message: "must have required property 'gpuRuns'"
									};
									if (vErrors === null) vErrors = [err72];
									else vErrors.push(err72);
									errors++;
								}
								for (const key4 in data20) if (!(key4 === "name" || key4 === "unit" || key4 === "gpu" || key4 === "cpu" || key4 === "ram" || key4 === "total" || key4 === "seconds" || key4 === "gpuRuns")) {
									const err73 = {
										instancePath: instancePath + "/report/windows/" + i0,
										schemaPath: "#/properties/report/properties/windows/items/additionalProperties",
										keyword: "additionalProperties",
										params: { additionalProperty: key4 },
										message: "must NOT have additional properties"
									};
									if (vErrors === null) vErrors = [err73];
									else vErrors.push(err73);
									errors++;
								}
								if (data20.name !== void 0) {
									let data21 = data20.name;
									if (typeof data21 === "string") {
										if (func2(data21) > 60) {
											const err74 = {
												instancePath: instancePath + "/report/windows/" + i0 + "/name",
												schemaPath: "#/properties/report/properties/windows/items/properties/name/maxLength",
												keyword: "maxLength",
												params: { limit: 60 },
												message: "must NOT have more than 60 characters"
											};
											if (vErrors === null) vErrors = [err74];
											else vErrors.push(err74);
											errors++;
										}
									} else {
										const err75 = {
											instancePath: instancePath + "/report/windows/" + i0 + "/name",
											schemaPath: "#/properties/report/properties/windows/items/properties/name/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string"
										};
										if (vErrors === null) vErrors = [err75];
										else vErrors.push(err75);
										errors++;
									}
								}
								if (data20.unit !== void 0) {
									let data22 = data20.unit;
									if (!(data22 === "kWh" || data22 === "Wh")) {
										const err76 = {
											instancePath: instancePath + "/report/windows/" + i0 + "/unit",
											schemaPath: "#/properties/report/properties/windows/items/properties/unit/enum",
											keyword: "enum",
											params: { allowedValues: schema51.properties.report.properties.windows.items.properties.unit.enum },
											message: "must be equal to one of the allowed values"
										};
										if (vErrors === null) vErrors = [err76];
										else vErrors.push(err76);
										errors++;
									}
								}
								if (data20.gpu !== void 0) {
									let data23 = data20.gpu;
									if (!(typeof data23 == "number" && isFinite(data23)) && data23 !== null) {
										const err77 = {
											instancePath: instancePath + "/report/windows/" + i0 + "/gpu",
											schemaPath: "#/properties/report/properties/windows/items/properties/gpu/type",
											keyword: "type",
											params: { type: schema51.properties.report.properties.windows.items.properties.gpu.type },
											message: "must be number,null"
										};
										if (vErrors === null) vErrors = [err77];
										else vErrors.push(err77);
										errors++;
									}
									if (typeof data23 == "number" && isFinite(data23)) {
										if (data23 > 0xe8d4a51000 || isNaN(data23)) {
											const err78 = {
												instancePath: instancePath + "/report/windows/" + i0 + "/gpu",
												schemaPath: "#/properties/report/properties/windows/items/properties/gpu/maximum",
												keyword: "maximum",
												params: {
													comparison: "<=",
													limit: 0xe8d4a51000
												},
												message: "must be <= 1000000000000"
											};
											if (vErrors === null) vErrors = [err78];
											else vErrors.push(err78);
											errors++;
										}
										if (data23 < -0xe8d4a51000 || isNaN(data23)) {
											const err79 = {
												instancePath: instancePath + "/report/windows/" + i0 + "/gpu",
												schemaPath: "#/properties/report/properties/windows/items/properties/gpu/minimum",
												keyword: "minimum",
												params: {
													comparison: ">=",
													limit: -0xe8d4a51000
												},
												message: "must be >= -1000000000000"
											};
											if (vErrors === null) vErrors = [err79];
											else vErrors.push(err79);
											errors++;
										}
									}
								}
								if (data20.cpu !== void 0) {
									let data24 = data20.cpu;
									if (!(typeof data24 == "number" && isFinite(data24)) && data24 !== null) {
										const err80 = {
											instancePath: instancePath + "/report/windows/" + i0 + "/cpu",
											schemaPath: "#/properties/report/properties/windows/items/properties/cpu/type",
											keyword: "type",
											params: { type: schema51.properties.report.properties.windows.items.properties.cpu.type },
											message: "must be number,null"
										};
										if (vErrors === null) vErrors = [err80];
										else vErrors.push(err80);
										errors++;
									}
									if (typeof data24 == "number" && isFinite(data24)) {
										if (data24 > 0xe8d4a51000 || isNaN(data24)) {
											const err81 = {
												instancePath: instancePath + "/report/windows/" + i0 + "/cpu",
												schemaPath: "#/properties/report/properties/windows/items/properties/cpu/maximum",
												keyword: "maximum",
												params: {
													comparison: "<=",
													limit: 0xe8d4a51000
												},
												message: "must be <= 1000000000000"
											};
											if (vErrors === null) vErrors = [err81];
											else vErrors.push(err81);
											errors++;
										}
										if (data24 < -0xe8d4a51000 || isNaN(data24)) {
											const err82 = {
												instancePath: instancePath + "/report/windows/" + i0 + "/cpu",
												schemaPath: "#/properties/report/properties/windows/items/properties/cpu/minimum",
												keyword: "minimum",
												params: {
													comparison: ">=",
													limit: -0xe8d4a51000
												},
												message: "must be >= -1000000000000"
											};
											if (vErrors === null) vErrors = [err82];
											else vErrors.push(err82);
											errors++;
										}
									}
								}
								if (data20.ram !== void 0) {
									let data25 = data20.ram;
									if (!(typeof data25 == "number" && isFinite(data25)) && data25 !== null) {
										const err83 = {
											instancePath: instancePath + "/report/windows/" + i0 + "/ram",
											schemaPath: "#/properties/report/properties/windows/items/properties/ram/type",
											keyword: "type",
											params: { type: schema51.properties.report.properties.windows.items.properties.ram.type },
											message: "must be number,null"
										};
										if (vErrors === null) vErrors = [err83];
										else vErrors.push(err83);
										errors++;
									}
									if (typeof data25 == "number" && isFinite(data25)) {
										if (data25 > 0xe8d4a51000 || isNaN(data25)) {
											const err84 = {
												instancePath: instancePath + "/report/windows/" + i0 + "/ram",
												schemaPath: "#/properties/report/properties/windows/items/properties/ram/maximum",
												keyword: "maximum",
												params: {
													comparison: "<=",
													limit: 0xe8d4a51000
												},
												message: "must be <= 1000000000000"
											};
											if (vErrors === null) vErrors = [err84];
											else vErrors.push(err84);
											errors++;
										}
										if (data25 < -0xe8d4a51000 || isNaN(data25)) {
											const err85 = {
												instancePath: instancePath + "/report/windows/" + i0 + "/ram",
												schemaPath: "#/properties/report/properties/windows/items/properties/ram/minimum",
												keyword: "minimum",
												params: {
													comparison: ">=",
													limit: -0xe8d4a51000
												},
												message: "must be >= -1000000000000"
											};
											if (vErrors === null) vErrors = [err85];
											else vErrors.push(err85);
											errors++;
										}
									}
								}
								if (data20.total !== void 0) {
									let data26 = data20.total;
									if (!(typeof data26 == "number" && isFinite(data26)) && data26 !== null) {
										const err86 = {
											instancePath: instancePath + "/report/windows/" + i0 + "/total",
											schemaPath: "#/properties/report/properties/windows/items/properties/total/type",
											keyword: "type",
											params: { type: schema51.properties.report.properties.windows.items.properties.total.type },
											message: "must be number,null"
										};
										if (vErrors === null) vErrors = [err86];
										else vErrors.push(err86);
										errors++;
									}
									if (typeof data26 == "number" && isFinite(data26)) {
										if (data26 > 0xe8d4a51000 || isNaN(data26)) {
											const err87 = {
												instancePath: instancePath + "/report/windows/" + i0 + "/total",
												schemaPath: "#/properties/report/properties/windows/items/properties/total/maximum",
												keyword: "maximum",
												params: {
													comparison: "<=",
													limit: 0xe8d4a51000
												},
												message: "must be <= 1000000000000"
											};
											if (vErrors === null) vErrors = [err87];
											else vErrors.push(err87);
											errors++;
										}
										if (data26 < -0xe8d4a51000 || isNaN(data26)) {
											const err88 = {
												instancePath: instancePath + "/report/windows/" + i0 + "/total",
												schemaPath: "#/properties/report/properties/windows/items/properties/total/minimum",
												keyword: "minimum",
												params: {
													comparison: ">=",
													limit: -0xe8d4a51000
												},
												message: "must be >= -1000000000000"
											};
											if (vErrors === null) vErrors = [err88];
											else vErrors.push(err88);
											errors++;
										}
									}
								}
								if (data20.seconds !== void 0) {
									let data27 = data20.seconds;
									if (!(typeof data27 == "number" && isFinite(data27)) && data27 !== null) {
										const err89 = {
											instancePath: instancePath + "/report/windows/" + i0 + "/seconds",
											schemaPath: "#/properties/report/properties/windows/items/properties/seconds/type",
											keyword: "type",
											params: { type: schema51.properties.report.properties.windows.items.properties.seconds.type },
											message: "must be number,null"
										};
										if (vErrors === null) vErrors = [err89];
										else vErrors.push(err89);
										errors++;
									}
									if (typeof data27 == "number" && isFinite(data27)) {
										if (data27 > 0xe8d4a51000 || isNaN(data27)) {
											const err90 = {
												instancePath: instancePath + "/report/windows/" + i0 + "/seconds",
												schemaPath: "#/properties/report/properties/windows/items/properties/seconds/maximum",
												keyword: "maximum",
												params: {
													comparison: "<=",
													limit: 0xe8d4a51000
												},
												message: "must be <= 1000000000000"
											};
											if (vErrors === null) vErrors = [err90];
											else vErrors.push(err90);
											errors++;
										}
										if (data27 < 0 || isNaN(data27)) {
											const err91 = {
												instancePath: instancePath + "/report/windows/" + i0 + "/seconds",
												schemaPath: "#/properties/report/properties/windows/items/properties/seconds/minimum",
												keyword: "minimum",
												params: {
													comparison: ">=",
													limit: 0
												},
												message: "must be >= 0"
											};
											if (vErrors === null) vErrors = [err91];
											else vErrors.push(err91);
											errors++;
										}
									}
								}
								if (data20.gpuRuns !== void 0) {
									let data28 = data20.gpuRuns;
									if (Array.isArray(data28)) {
										if (data28.length > 100) {
											const err92 = {
												instancePath: instancePath + "/report/windows/" + i0 + "/gpuRuns",
												schemaPath: "#/properties/report/properties/windows/items/properties/gpuRuns/maxItems",
												keyword: "maxItems",
												params: { limit: 100 },
												message: "must NOT have more than 100 items"
											};
											if (vErrors === null) vErrors = [err92];
											else vErrors.push(err92);
											errors++;
										}
										const len1 = data28.length;
										for (let i1 = 0; i1 < len1; i1++) {
											let data29 = data28[i1];
											if (typeof data29 == "number" && isFinite(data29)) {
												if (data29 > 0xe8d4a51000 || isNaN(data29)) {
													const err93 = {
														instancePath: instancePath + "/report/windows/" + i0 + "/gpuRuns/" + i1,
														schemaPath: "#/properties/report/properties/windows/items/properties/gpuRuns/items/maximum",
														keyword: "maximum",
														params: {
															comparison: "<=",
															limit: 0xe8d4a51000
														},
														message: "must be <= 1000000000000"
													};
													if (vErrors === null) vErrors = [err93];
													else vErrors.push(err93);
													errors++;
												}
												if (data29 < -0xe8d4a51000 || isNaN(data29)) {
													const err94 = {
														instancePath: instancePath + "/report/windows/" + i0 + "/gpuRuns/" + i1,
														schemaPath: "#/properties/report/properties/windows/items/properties/gpuRuns/items/minimum",
														keyword: "minimum",
														params: {
															comparison: ">=",
															limit: -0xe8d4a51000
														},
														message: "must be >= -1000000000000"
													};
													if (vErrors === null) vErrors = [err94];
													else vErrors.push(err94);
													errors++;
												}
											} else {
												const err95 = {
													instancePath: instancePath + "/report/windows/" + i0 + "/gpuRuns/" + i1,
													schemaPath: "#/properties/report/properties/windows/items/properties/gpuRuns/items/type",
													keyword: "type",
													params: { type: "number" },
													message: "must be number"
												};
												if (vErrors === null) vErrors = [err95];
												else vErrors.push(err95);
												errors++;
											}
										}
									} else {
										const err96 = {
											instancePath: instancePath + "/report/windows/" + i0 + "/gpuRuns",
											schemaPath: "#/properties/report/properties/windows/items/properties/gpuRuns/type",
											keyword: "type",
											params: { type: "array" },
											message: "must be array"
										};
										if (vErrors === null) vErrors = [err96];
										else vErrors.push(err96);
										errors++;
									}
								}
							} else {
								const err97 = {
									instancePath: instancePath + "/report/windows/" + i0,
									schemaPath: "#/properties/report/properties/windows/items/type",
									keyword: "type",
									params: { type: "object" },
									message: "must be object"
								};
								if (vErrors === null) vErrors = [err97];
								else vErrors.push(err97);
								errors++;
							}
						}
					} else {
						const err98 = {
							instancePath: instancePath + "/report/windows",
							schemaPath: "#/properties/report/properties/windows/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array"
						};
						if (vErrors === null) vErrors = [err98];
						else vErrors.push(err98);
						errors++;
					}
				}
				if (data15.queries !== void 0) {
					let data30 = data15.queries;
					if (!(typeof data30 == "number" && !(data30 % 1) && !isNaN(data30) && isFinite(data30)) && data30 !== null) {
						const err99 = {
							instancePath: instancePath + "/report/queries",
							schemaPath: "#/properties/report/properties/queries/type",
							keyword: "type",
							params: { type: schema51.properties.report.properties.queries.type },
							message: "must be integer,null"
						};
						if (vErrors === null) vErrors = [err99];
						else vErrors.push(err99);
						errors++;
					}
					if (typeof data30 == "number" && isFinite(data30)) {
						if (data30 > 1e9 || isNaN(data30)) {
							const err100 = {
								instancePath: instancePath + "/report/queries",
								schemaPath: "#/properties/report/properties/queries/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 1e9
								},
								message: "must be <= 1000000000"
							};
							if (vErrors === null) vErrors = [err100];
							else vErrors.push(err100);
							errors++;
						}
						if (data30 < -1e9 || isNaN(data30)) {
							const err101 = {
								instancePath: instancePath + "/report/queries",
								schemaPath: "#/properties/report/properties/queries/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: -1e9
								},
								message: "must be >= -1000000000"
							};
							if (vErrors === null) vErrors = [err101];
							else vErrors.push(err101);
							errors++;
						}
					}
				}
				if (data15.failedQueries !== void 0) {
					let data31 = data15.failedQueries;
					if (!(typeof data31 == "number" && !(data31 % 1) && !isNaN(data31) && isFinite(data31)) && data31 !== null) {
						const err102 = {
							instancePath: instancePath + "/report/failedQueries",
							schemaPath: "#/properties/report/properties/failedQueries/type",
							keyword: "type",
							params: { type: schema51.properties.report.properties.failedQueries.type },
							message: "must be integer,null"
						};
						if (vErrors === null) vErrors = [err102];
						else vErrors.push(err102);
						errors++;
					}
					if (typeof data31 == "number" && isFinite(data31)) {
						if (data31 > 1e9 || isNaN(data31)) {
							const err103 = {
								instancePath: instancePath + "/report/failedQueries",
								schemaPath: "#/properties/report/properties/failedQueries/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 1e9
								},
								message: "must be <= 1000000000"
							};
							if (vErrors === null) vErrors = [err103];
							else vErrors.push(err103);
							errors++;
						}
						if (data31 < 0 || isNaN(data31)) {
							const err104 = {
								instancePath: instancePath + "/report/failedQueries",
								schemaPath: "#/properties/report/properties/failedQueries/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err104];
							else vErrors.push(err104);
							errors++;
						}
					}
				}
				if (data15.newTokens !== void 0) {
					let data32 = data15.newTokens;
					if (!(typeof data32 == "number" && isFinite(data32)) && data32 !== null) {
						const err105 = {
							instancePath: instancePath + "/report/newTokens",
							schemaPath: "#/properties/report/properties/newTokens/type",
							keyword: "type",
							params: { type: schema51.properties.report.properties.newTokens.type },
							message: "must be number,null"
						};
						if (vErrors === null) vErrors = [err105];
						else vErrors.push(err105);
						errors++;
					}
					if (typeof data32 == "number" && isFinite(data32)) {
						if (data32 > 0xe8d4a51000 || isNaN(data32)) {
							const err106 = {
								instancePath: instancePath + "/report/newTokens",
								schemaPath: "#/properties/report/properties/newTokens/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 0xe8d4a51000
								},
								message: "must be <= 1000000000000"
							};
							if (vErrors === null) vErrors = [err106];
							else vErrors.push(err106);
							errors++;
						}
						if (data32 < 0 || isNaN(data32)) {
							const err107 = {
								instancePath: instancePath + "/report/newTokens",
								schemaPath: "#/properties/report/properties/newTokens/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err107];
							else vErrors.push(err107);
							errors++;
						}
					}
				}
				if (data15.batchSize !== void 0) {
					let data33 = data15.batchSize;
					if (!(typeof data33 == "number" && !(data33 % 1) && !isNaN(data33) && isFinite(data33)) && data33 !== null) {
						const err108 = {
							instancePath: instancePath + "/report/batchSize",
							schemaPath: "#/properties/report/properties/batchSize/type",
							keyword: "type",
							params: { type: schema51.properties.report.properties.batchSize.type },
							message: "must be integer,null"
						};
						if (vErrors === null) vErrors = [err108];
						else vErrors.push(err108);
						errors++;
					}
					if (typeof data33 == "number" && isFinite(data33)) {
						if (data33 > 1e6 || isNaN(data33)) {
							const err109 = {
								instancePath: instancePath + "/report/batchSize",
								schemaPath: "#/properties/report/properties/batchSize/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 1e6
								},
								message: "must be <= 1000000"
							};
							if (vErrors === null) vErrors = [err109];
							else vErrors.push(err109);
							errors++;
						}
						if (data33 < 1 || isNaN(data33)) {
							const err110 = {
								instancePath: instancePath + "/report/batchSize",
								schemaPath: "#/properties/report/properties/batchSize/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1"
							};
							if (vErrors === null) vErrors = [err110];
							else vErrors.push(err110);
							errors++;
						}
					}
				}
				if (data15.dataset !== void 0) {
					let data34 = data15.dataset;
					if (typeof data34 !== "string" && data34 !== null) {
						const err111 = {
							instancePath: instancePath + "/report/dataset",
							schemaPath: "#/properties/report/properties/dataset/type",
							keyword: "type",
							params: { type: schema51.properties.report.properties.dataset.type },
							message: "must be string,null"
						};
						if (vErrors === null) vErrors = [err111];
						else vErrors.push(err111);
						errors++;
					}
					if (typeof data34 === "string") {
						if (func2(data34) > 200) {
							const err112 = {
								instancePath: instancePath + "/report/dataset",
								schemaPath: "#/properties/report/properties/dataset/maxLength",
								keyword: "maxLength",
								params: { limit: 200 },
								message: "must NOT have more than 200 characters"
							};
							if (vErrors === null) vErrors = [err112];
							else vErrors.push(err112);
							errors++;
						}
					}
				}
				if (data15.precision !== void 0) {
					let data35 = data15.precision;
					if (typeof data35 !== "string" && data35 !== null) {
						const err113 = {
							instancePath: instancePath + "/report/precision",
							schemaPath: "#/properties/report/properties/precision/type",
							keyword: "type",
							params: { type: schema51.properties.report.properties.precision.type },
							message: "must be string,null"
						};
						if (vErrors === null) vErrors = [err113];
						else vErrors.push(err113);
						errors++;
					}
					if (typeof data35 === "string") {
						if (func2(data35) > 40) {
							const err114 = {
								instancePath: instancePath + "/report/precision",
								schemaPath: "#/properties/report/properties/precision/maxLength",
								keyword: "maxLength",
								params: { limit: 40 },
								message: "must NOT have more than 40 characters"
							};
							if (vErrors === null) vErrors = [err114];
							else vErrors.push(err114);
							errors++;
						}
					}
				}
				if (data15.weights !== void 0) {
					let data36 = data15.weights;
					if (!(data36 === "real" || data36 === "random" || data36 === "unknown")) {
						const err115 = {
							instancePath: instancePath + "/report/weights",
							schemaPath: "#/properties/report/properties/weights/enum",
							keyword: "enum",
							params: { allowedValues: schema51.properties.report.properties.weights.enum },
							message: "must be equal to one of the allowed values"
						};
						if (vErrors === null) vErrors = [err115];
						else vErrors.push(err115);
						errors++;
					}
				}
				if (data15.device !== void 0) {
					let data37 = data15.device;
					if (typeof data37 !== "string" && data37 !== null) {
						const err116 = {
							instancePath: instancePath + "/report/device",
							schemaPath: "#/properties/report/properties/device/type",
							keyword: "type",
							params: { type: schema51.properties.report.properties.device.type },
							message: "must be string,null"
						};
						if (vErrors === null) vErrors = [err116];
						else vErrors.push(err116);
						errors++;
					}
					if (typeof data37 === "string") {
						if (func2(data37) > 60) {
							const err117 = {
								instancePath: instancePath + "/report/device",
								schemaPath: "#/properties/report/properties/device/maxLength",
								keyword: "maxLength",
								params: { limit: 60 },
								message: "must NOT have more than 60 characters"
							};
							if (vErrors === null) vErrors = [err117];
							else vErrors.push(err117);
							errors++;
						}
					}
				}
				if (data15.gpus !== void 0) {
					let data38 = data15.gpus;
					if (Array.isArray(data38)) {
						if (data38.length > 64) {
							const err118 = {
								instancePath: instancePath + "/report/gpus",
								schemaPath: "#/properties/report/properties/gpus/maxItems",
								keyword: "maxItems",
								params: { limit: 64 },
								message: "must NOT have more than 64 items"
							};
							if (vErrors === null) vErrors = [err118];
							else vErrors.push(err118);
							errors++;
						}
						if (data38.length < 0) {
							const err119 = {
								instancePath: instancePath + "/report/gpus",
								schemaPath: "#/properties/report/properties/gpus/minItems",
								keyword: "minItems",
								params: { limit: 0 },
								message: "must NOT have fewer than 0 items"
							};
							if (vErrors === null) vErrors = [err119];
							else vErrors.push(err119);
							errors++;
						}
						const len2 = data38.length;
						for (let i2 = 0; i2 < len2; i2++) {
							let data39 = data38[i2];
							if (typeof data39 === "string") {
								if (func2(data39) > 200) {
									const err120 = {
										instancePath: instancePath + "/report/gpus/" + i2,
										schemaPath: "#/properties/report/properties/gpus/items/maxLength",
										keyword: "maxLength",
										params: { limit: 200 },
										message: "must NOT have more than 200 characters"
									};
									if (vErrors === null) vErrors = [err120];
									else vErrors.push(err120);
									errors++;
								}
							} else {
								const err121 = {
									instancePath: instancePath + "/report/gpus/" + i2,
									schemaPath: "#/properties/report/properties/gpus/items/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err121];
								else vErrors.push(err121);
								errors++;
							}
						}
					} else {
						const err122 = {
							instancePath: instancePath + "/report/gpus",
							schemaPath: "#/properties/report/properties/gpus/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array"
						};
						if (vErrors === null) vErrors = [err122];
						else vErrors.push(err122);
						errors++;
					}
				}
				if (data15.cpu !== void 0) {
					let data40 = data15.cpu;
					if (typeof data40 !== "string" && data40 !== null) {
						const err123 = {
							instancePath: instancePath + "/report/cpu",
							schemaPath: "#/properties/report/properties/cpu/type",
							keyword: "type",
							params: { type: schema51.properties.report.properties.cpu.type },
							message: "must be string,null"
						};
						if (vErrors === null) vErrors = [err123];
						else vErrors.push(err123);
						errors++;
					}
					if (typeof data40 === "string") {
						if (func2(data40) > 200) {
							const err124 = {
								instancePath: instancePath + "/report/cpu",
								schemaPath: "#/properties/report/properties/cpu/maxLength",
								keyword: "maxLength",
								params: { limit: 200 },
								message: "must NOT have more than 200 characters"
							};
							if (vErrors === null) vErrors = [err124];
							else vErrors.push(err124);
							errors++;
						}
					}
				}
				if (data15.software !== void 0) {
					let data41 = data15.software;
					if (Array.isArray(data41)) {
						if (data41.length > 32) {
							const err125 = {
								instancePath: instancePath + "/report/software",
								schemaPath: "#/properties/report/properties/software/maxItems",
								keyword: "maxItems",
								params: { limit: 32 },
								message: "must NOT have more than 32 items"
							};
							if (vErrors === null) vErrors = [err125];
							else vErrors.push(err125);
							errors++;
						}
						if (data41.length < 0) {
							const err126 = {
								instancePath: instancePath + "/report/software",
								schemaPath: "#/properties/report/properties/software/minItems",
								keyword: "minItems",
								params: { limit: 0 },
								message: "must NOT have fewer than 0 items"
							};
							if (vErrors === null) vErrors = [err126];
							else vErrors.push(err126);
							errors++;
						}
						const len3 = data41.length;
						for (let i3 = 0; i3 < len3; i3++) {
							let data42 = data41[i3];
							if (typeof data42 === "string") {
								if (func2(data42) > 120) {
									const err127 = {
										instancePath: instancePath + "/report/software/" + i3,
										schemaPath: "#/properties/report/properties/software/items/maxLength",
										keyword: "maxLength",
										params: { limit: 120 },
										message: "must NOT have more than 120 characters"
									};
									if (vErrors === null) vErrors = [err127];
									else vErrors.push(err127);
									errors++;
								}
							} else {
								const err128 = {
									instancePath: instancePath + "/report/software/" + i3,
									schemaPath: "#/properties/report/properties/software/items/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err128];
								else vErrors.push(err128);
								errors++;
							}
						}
					} else {
						const err129 = {
							instancePath: instancePath + "/report/software",
							schemaPath: "#/properties/report/properties/software/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array"
						};
						if (vErrors === null) vErrors = [err129];
						else vErrors.push(err129);
						errors++;
					}
				}
			} else {
				const err130 = {
					instancePath: instancePath + "/report",
					schemaPath: "#/properties/report/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err130];
				else vErrors.push(err130);
				errors++;
			}
		}
		if (data.figure !== void 0) {
			let data43 = data.figure;
			if (data43 && typeof data43 == "object" && !Array.isArray(data43)) {
				if (data43.scope === void 0) {
					const err131 = {
						instancePath: instancePath + "/figure",
						schemaPath: "#/properties/figure/required",
						keyword: "required",
						params: { missingProperty: "scope" },
						message: "must have required property 'scope'"
					};
					if (vErrors === null) vErrors = [err131];
					else vErrors.push(err131);
					errors++;
				}
				if (data43.whPer1000Queries === void 0) {
					const err132 = {
						instancePath: instancePath + "/figure",
						schemaPath: "#/properties/figure/required",
						keyword: "required",
						params: { missingProperty: "whPer1000Queries" },
						message: "must have required property 'whPer1000Queries'"
					};
					if (vErrors === null) vErrors = [err132];
					else vErrors.push(err132);
					errors++;
				}
				if (data43.phases === void 0) {
					const err133 = {
						instancePath: instancePath + "/figure",
						schemaPath: "#/properties/figure/required",
						keyword: "required",
						params: { missingProperty: "phases" },
						message: "must have required property 'phases'"
					};
					if (vErrors === null) vErrors = [err133];
					else vErrors.push(err133);
					errors++;
				}
				if (data43.queries === void 0) {
					const err134 = {
						instancePath: instancePath + "/figure",
						schemaPath: "#/properties/figure/required",
						keyword: "required",
						params: { missingProperty: "queries" },
						message: "must have required property 'queries'"
					};
					if (vErrors === null) vErrors = [err134];
					else vErrors.push(err134);
					errors++;
				}
				if (data43.failedQueries === void 0) {
					const err135 = {
						instancePath: instancePath + "/figure",
						schemaPath: "#/properties/figure/required",
						keyword: "required",
						params: { missingProperty: "failedQueries" },
						message: "must have required property 'failedQueries'"
					};
					if (vErrors === null) vErrors = [err135];
					else vErrors.push(err135);
					errors++;
				}
				if (data43.newTokensPerQuery === void 0) {
					const err136 = {
						instancePath: instancePath + "/figure",
						schemaPath: "#/properties/figure/required",
						keyword: "required",
						params: { missingProperty: "newTokensPerQuery" },
						message: "must have required property 'newTokensPerQuery'"
					};
					if (vErrors === null) vErrors = [err136];
					else vErrors.push(err136);
					errors++;
				}
				if (data43.cpuWhPer1000Queries === void 0) {
					const err137 = {
						instancePath: instancePath + "/figure",
						schemaPath: "#/properties/figure/required",
						keyword: "required",
						params: { missingProperty: "cpuWhPer1000Queries" },
						message: "must have required property 'cpuWhPer1000Queries'"
					};
					if (vErrors === null) vErrors = [err137];
					else vErrors.push(err137);
					errors++;
				}
				if (data43.ramWhPer1000Queries === void 0) {
					const err138 = {
						instancePath: instancePath + "/figure",
						schemaPath: "#/properties/figure/required",
						keyword: "required",
						params: { missingProperty: "ramWhPer1000Queries" },
						message: "must have required property 'ramWhPer1000Queries'"
					};
					if (vErrors === null) vErrors = [err138];
					else vErrors.push(err138);
					errors++;
				}
				for (const key5 in data43) if (!(key5 === "scope" || key5 === "whPer1000Queries" || key5 === "phases" || key5 === "queries" || key5 === "failedQueries" || key5 === "newTokensPerQuery" || key5 === "cpuWhPer1000Queries" || key5 === "ramWhPer1000Queries")) {
					const err139 = {
						instancePath: instancePath + "/figure",
						schemaPath: "#/properties/figure/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key5 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err139];
					else vErrors.push(err139);
					errors++;
				}
				if (data43.scope !== void 0) {
					if ("gpu" !== data43.scope) {
						const err140 = {
							instancePath: instancePath + "/figure/scope",
							schemaPath: "#/properties/figure/properties/scope/const",
							keyword: "const",
							params: { allowedValue: "gpu" },
							message: "must be equal to constant"
						};
						if (vErrors === null) vErrors = [err140];
						else vErrors.push(err140);
						errors++;
					}
				}
				if (data43.whPer1000Queries !== void 0) {
					let data45 = data43.whPer1000Queries;
					if (typeof data45 == "number" && isFinite(data45)) {
						if (data45 > 0xe8d4a51000 || isNaN(data45)) {
							const err141 = {
								instancePath: instancePath + "/figure/whPer1000Queries",
								schemaPath: "#/properties/figure/properties/whPer1000Queries/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 0xe8d4a51000
								},
								message: "must be <= 1000000000000"
							};
							if (vErrors === null) vErrors = [err141];
							else vErrors.push(err141);
							errors++;
						}
						if (data45 <= 0 || isNaN(data45)) {
							const err142 = {
								instancePath: instancePath + "/figure/whPer1000Queries",
								schemaPath: "#/properties/figure/properties/whPer1000Queries/exclusiveMinimum",
								keyword: "exclusiveMinimum",
								params: {
									comparison: ">",
									limit: 0
								},
								message: "must be > 0"
							};
							if (vErrors === null) vErrors = [err142];
							else vErrors.push(err142);
							errors++;
						}
					} else {
						const err143 = {
							instancePath: instancePath + "/figure/whPer1000Queries",
							schemaPath: "#/properties/figure/properties/whPer1000Queries/type",
							keyword: "type",
							params: { type: "number" },
							message: "must be number"
						};
						if (vErrors === null) vErrors = [err143];
						else vErrors.push(err143);
						errors++;
					}
				}
				if (data43.phases !== void 0) {
					let data46 = data43.phases;
					if (Array.isArray(data46)) {
						if (data46.length > 3) {
							const err144 = {
								instancePath: instancePath + "/figure/phases",
								schemaPath: "#/properties/figure/properties/phases/maxItems",
								keyword: "maxItems",
								params: { limit: 3 },
								message: "must NOT have more than 3 items"
							};
							if (vErrors === null) vErrors = [err144];
							else vErrors.push(err144);
							errors++;
						}
						if (data46.length < 1) {
							const err145 = {
								instancePath: instancePath + "/figure/phases",
								schemaPath: "#/properties/figure/properties/phases/minItems",
								keyword: "minItems",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 items"
							};
							if (vErrors === null) vErrors = [err145];
							else vErrors.push(err145);
							errors++;
						}
						const len4 = data46.length;
						for (let i4 = 0; i4 < len4; i4++) {
							let data47 = data46[i4];
							if (data47 && typeof data47 == "object" && !Array.isArray(data47)) {
								if (data47.name === void 0) {
									const err146 = {
										instancePath: instancePath + "/figure/phases/" + i4,
										schemaPath: "#/properties/figure/properties/phases/items/required",
										keyword: "required",
										params: { missingProperty: "name" },
										message: "must have required property 'name'"
									};
									if (vErrors === null) vErrors = [err146];
									else vErrors.push(err146);
									errors++;
								}
								if (data47.whPer1000Queries === void 0) {
									const err147 = {
										instancePath: instancePath + "/figure/phases/" + i4,
										schemaPath: "#/properties/figure/properties/phases/items/required",
										keyword: "required",
										params: { missingProperty: "whPer1000Queries" },
										message: "must have required property 'whPer1000Queries'"
									};
									if (vErrors === null) vErrors = [err147];
									else vErrors.push(err147);
									errors++;
								}
								if (data47.scored === void 0) {
									const err148 = {
										instancePath: instancePath + "/figure/phases/" + i4,
										schemaPath: "#/properties/figure/properties/phases/items/required",
										keyword: "required",
										params: { missingProperty: "scored" },
										message: "must have required property 'scored'"
									};
									if (vErrors === null) vErrors = [err148];
									else vErrors.push(err148);
									errors++;
								}
								for (const key6 in data47) if (!(key6 === "name" || key6 === "whPer1000Queries" || key6 === "scored")) {
									const err149 = {
										instancePath: instancePath + "/figure/phases/" + i4,
										schemaPath: "#/properties/figure/properties/phases/items/additionalProperties",
										keyword: "additionalProperties",
										params: { additionalProperty: key6 },
										message: "must NOT have additional properties"
									};
									if (vErrors === null) vErrors = [err149];
									else vErrors.push(err149);
									errors++;
								}
								if (data47.name !== void 0) {
									let data48 = data47.name;
									if (!(data48 === "preprocess" || data48 === "prefill" || data48 === "decode" || data48 === "forward" || data48 === "call" || data48 === "window")) {
										const err150 = {
											instancePath: instancePath + "/figure/phases/" + i4 + "/name",
											schemaPath: "#/properties/figure/properties/phases/items/properties/name/enum",
											keyword: "enum",
											params: { allowedValues: schema51.properties.figure.properties.phases.items.properties.name.enum },
											message: "must be equal to one of the allowed values"
										};
										if (vErrors === null) vErrors = [err150];
										else vErrors.push(err150);
										errors++;
									}
								}
								if (data47.whPer1000Queries !== void 0) {
									let data49 = data47.whPer1000Queries;
									if (typeof data49 == "number" && isFinite(data49)) {
										if (data49 > 0xe8d4a51000 || isNaN(data49)) {
											const err151 = {
												instancePath: instancePath + "/figure/phases/" + i4 + "/whPer1000Queries",
												schemaPath: "#/properties/figure/properties/phases/items/properties/whPer1000Queries/maximum",
												keyword: "maximum",
												params: {
													comparison: "<=",
													limit: 0xe8d4a51000
												},
												message: "must be <= 1000000000000"
											};
											if (vErrors === null) vErrors = [err151];
											else vErrors.push(err151);
											errors++;
										}
										if (data49 < 0 || isNaN(data49)) {
											const err152 = {
												instancePath: instancePath + "/figure/phases/" + i4 + "/whPer1000Queries",
												schemaPath: "#/properties/figure/properties/phases/items/properties/whPer1000Queries/minimum",
												keyword: "minimum",
												params: {
													comparison: ">=",
													limit: 0
												},
												message: "must be >= 0"
											};
											if (vErrors === null) vErrors = [err152];
											else vErrors.push(err152);
											errors++;
										}
									} else {
										const err153 = {
											instancePath: instancePath + "/figure/phases/" + i4 + "/whPer1000Queries",
											schemaPath: "#/properties/figure/properties/phases/items/properties/whPer1000Queries/type",
											keyword: "type",
											params: { type: "number" },
											message: "must be number"
										};
										if (vErrors === null) vErrors = [err153];
										else vErrors.push(err153);
										errors++;
									}
								}
								if (data47.scored !== void 0) {
									if (typeof data47.scored !== "boolean") {
										const err154 = {
											instancePath: instancePath + "/figure/phases/" + i4 + "/scored",
											schemaPath: "#/properties/figure/properties/phases/items/properties/scored/type",
											keyword: "type",
											params: { type: "boolean" },
											message: "must be boolean"
										};
										if (vErrors === null) vErrors = [err154];
										else vErrors.push(err154);
										errors++;
									}
								}
							} else {
								const err155 = {
									instancePath: instancePath + "/figure/phases/" + i4,
									schemaPath: "#/properties/figure/properties/phases/items/type",
									keyword: "type",
									params: { type: "object" },
									message: "must be object"
								};
								if (vErrors === null) vErrors = [err155];
								else vErrors.push(err155);
								errors++;
							}
						}
					} else {
						const err156 = {
							instancePath: instancePath + "/figure/phases",
							schemaPath: "#/properties/figure/properties/phases/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array"
						};
						if (vErrors === null) vErrors = [err156];
						else vErrors.push(err156);
						errors++;
					}
				}
				if (data43.queries !== void 0) {
					let data51 = data43.queries;
					if (!(typeof data51 == "number" && !(data51 % 1) && !isNaN(data51) && isFinite(data51))) {
						const err157 = {
							instancePath: instancePath + "/figure/queries",
							schemaPath: "#/properties/figure/properties/queries/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err157];
						else vErrors.push(err157);
						errors++;
					}
					if (typeof data51 == "number" && isFinite(data51)) {
						if (data51 > 1e9 || isNaN(data51)) {
							const err158 = {
								instancePath: instancePath + "/figure/queries",
								schemaPath: "#/properties/figure/properties/queries/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 1e9
								},
								message: "must be <= 1000000000"
							};
							if (vErrors === null) vErrors = [err158];
							else vErrors.push(err158);
							errors++;
						}
						if (data51 < 1 || isNaN(data51)) {
							const err159 = {
								instancePath: instancePath + "/figure/queries",
								schemaPath: "#/properties/figure/properties/queries/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1"
							};
							if (vErrors === null) vErrors = [err159];
							else vErrors.push(err159);
							errors++;
						}
					}
				}
				if (data43.failedQueries !== void 0) {
					let data52 = data43.failedQueries;
					if (!(typeof data52 == "number" && !(data52 % 1) && !isNaN(data52) && isFinite(data52)) && data52 !== null) {
						const err160 = {
							instancePath: instancePath + "/figure/failedQueries",
							schemaPath: "#/properties/figure/properties/failedQueries/type",
							keyword: "type",
							params: { type: schema51.properties.figure.properties.failedQueries.type },
							message: "must be integer,null"
						};
						if (vErrors === null) vErrors = [err160];
						else vErrors.push(err160);
						errors++;
					}
					if (typeof data52 == "number" && isFinite(data52)) {
						if (data52 > 1e9 || isNaN(data52)) {
							const err161 = {
								instancePath: instancePath + "/figure/failedQueries",
								schemaPath: "#/properties/figure/properties/failedQueries/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 1e9
								},
								message: "must be <= 1000000000"
							};
							if (vErrors === null) vErrors = [err161];
							else vErrors.push(err161);
							errors++;
						}
						if (data52 < 0 || isNaN(data52)) {
							const err162 = {
								instancePath: instancePath + "/figure/failedQueries",
								schemaPath: "#/properties/figure/properties/failedQueries/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err162];
							else vErrors.push(err162);
							errors++;
						}
					}
				}
				if (data43.newTokensPerQuery !== void 0) {
					let data53 = data43.newTokensPerQuery;
					if (!(typeof data53 == "number" && isFinite(data53)) && data53 !== null) {
						const err163 = {
							instancePath: instancePath + "/figure/newTokensPerQuery",
							schemaPath: "#/properties/figure/properties/newTokensPerQuery/type",
							keyword: "type",
							params: { type: schema51.properties.figure.properties.newTokensPerQuery.type },
							message: "must be number,null"
						};
						if (vErrors === null) vErrors = [err163];
						else vErrors.push(err163);
						errors++;
					}
					if (typeof data53 == "number" && isFinite(data53)) {
						if (data53 > 0xe8d4a51000 || isNaN(data53)) {
							const err164 = {
								instancePath: instancePath + "/figure/newTokensPerQuery",
								schemaPath: "#/properties/figure/properties/newTokensPerQuery/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 0xe8d4a51000
								},
								message: "must be <= 1000000000000"
							};
							if (vErrors === null) vErrors = [err164];
							else vErrors.push(err164);
							errors++;
						}
						if (data53 < 0 || isNaN(data53)) {
							const err165 = {
								instancePath: instancePath + "/figure/newTokensPerQuery",
								schemaPath: "#/properties/figure/properties/newTokensPerQuery/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err165];
							else vErrors.push(err165);
							errors++;
						}
					}
				}
				if (data43.cpuWhPer1000Queries !== void 0) {
					let data54 = data43.cpuWhPer1000Queries;
					if (!(typeof data54 == "number" && isFinite(data54)) && data54 !== null) {
						const err166 = {
							instancePath: instancePath + "/figure/cpuWhPer1000Queries",
							schemaPath: "#/properties/figure/properties/cpuWhPer1000Queries/type",
							keyword: "type",
							params: { type: schema51.properties.figure.properties.cpuWhPer1000Queries.type },
							message: "must be number,null"
						};
						if (vErrors === null) vErrors = [err166];
						else vErrors.push(err166);
						errors++;
					}
					if (typeof data54 == "number" && isFinite(data54)) {
						if (data54 > 0xe8d4a51000 || isNaN(data54)) {
							const err167 = {
								instancePath: instancePath + "/figure/cpuWhPer1000Queries",
								schemaPath: "#/properties/figure/properties/cpuWhPer1000Queries/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 0xe8d4a51000
								},
								message: "must be <= 1000000000000"
							};
							if (vErrors === null) vErrors = [err167];
							else vErrors.push(err167);
							errors++;
						}
						if (data54 < 0 || isNaN(data54)) {
							const err168 = {
								instancePath: instancePath + "/figure/cpuWhPer1000Queries",
								schemaPath: "#/properties/figure/properties/cpuWhPer1000Queries/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err168];
							else vErrors.push(err168);
							errors++;
						}
					}
				}
				if (data43.ramWhPer1000Queries !== void 0) {
					let data55 = data43.ramWhPer1000Queries;
					if (!(typeof data55 == "number" && isFinite(data55)) && data55 !== null) {
						const err169 = {
							instancePath: instancePath + "/figure/ramWhPer1000Queries",
							schemaPath: "#/properties/figure/properties/ramWhPer1000Queries/type",
							keyword: "type",
							params: { type: schema51.properties.figure.properties.ramWhPer1000Queries.type },
							message: "must be number,null"
						};
						if (vErrors === null) vErrors = [err169];
						else vErrors.push(err169);
						errors++;
					}
					if (typeof data55 == "number" && isFinite(data55)) {
						if (data55 > 0xe8d4a51000 || isNaN(data55)) {
							const err170 = {
								instancePath: instancePath + "/figure/ramWhPer1000Queries",
								schemaPath: "#/properties/figure/properties/ramWhPer1000Queries/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 0xe8d4a51000
								},
								message: "must be <= 1000000000000"
							};
							if (vErrors === null) vErrors = [err170];
							else vErrors.push(err170);
							errors++;
						}
						if (data55 < 0 || isNaN(data55)) {
							const err171 = {
								instancePath: instancePath + "/figure/ramWhPer1000Queries",
								schemaPath: "#/properties/figure/properties/ramWhPer1000Queries/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0"
							};
							if (vErrors === null) vErrors = [err171];
							else vErrors.push(err171);
							errors++;
						}
					}
				}
			} else {
				const err172 = {
					instancePath: instancePath + "/figure",
					schemaPath: "#/properties/figure/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err172];
				else vErrors.push(err172);
				errors++;
			}
		}
		if (data.omits !== void 0) {
			let data56 = data.omits;
			if (Array.isArray(data56)) {
				if (data56.length > 40) {
					const err173 = {
						instancePath: instancePath + "/omits",
						schemaPath: "#/properties/omits/maxItems",
						keyword: "maxItems",
						params: { limit: 40 },
						message: "must NOT have more than 40 items"
					};
					if (vErrors === null) vErrors = [err173];
					else vErrors.push(err173);
					errors++;
				}
				if (data56.length < 1) {
					const err174 = {
						instancePath: instancePath + "/omits",
						schemaPath: "#/properties/omits/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items"
					};
					if (vErrors === null) vErrors = [err174];
					else vErrors.push(err174);
					errors++;
				}
				const len5 = data56.length;
				for (let i5 = 0; i5 < len5; i5++) {
					let data57 = data56[i5];
					if (data57 && typeof data57 == "object" && !Array.isArray(data57)) {
						if (data57.code === void 0) {
							const err175 = {
								instancePath: instancePath + "/omits/" + i5,
								schemaPath: "#/properties/omits/items/required",
								keyword: "required",
								params: { missingProperty: "code" },
								message: "must have required property 'code'"
							};
							if (vErrors === null) vErrors = [err175];
							else vErrors.push(err175);
							errors++;
						}
						if (data57.sentence === void 0) {
							const err176 = {
								instancePath: instancePath + "/omits/" + i5,
								schemaPath: "#/properties/omits/items/required",
								keyword: "required",
								params: { missingProperty: "sentence" },
								message: "must have required property 'sentence'"
							};
							if (vErrors === null) vErrors = [err176];
							else vErrors.push(err176);
							errors++;
						}
						for (const key7 in data57) if (!(key7 === "code" || key7 === "sentence")) {
							const err177 = {
								instancePath: instancePath + "/omits/" + i5,
								schemaPath: "#/properties/omits/items/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key7 },
								message: "must NOT have additional properties"
							};
							if (vErrors === null) vErrors = [err177];
							else vErrors.push(err177);
							errors++;
						}
						if (data57.code !== void 0) {
							let data58 = data57.code;
							if (typeof data58 === "string") {
								if (func2(data58) > 40) {
									const err178 = {
										instancePath: instancePath + "/omits/" + i5 + "/code",
										schemaPath: "#/properties/omits/items/properties/code/maxLength",
										keyword: "maxLength",
										params: { limit: 40 },
										message: "must NOT have more than 40 characters"
									};
									if (vErrors === null) vErrors = [err178];
									else vErrors.push(err178);
									errors++;
								}
								if (!pattern48.test(data58)) {
									const err179 = {
										instancePath: instancePath + "/omits/" + i5 + "/code",
										schemaPath: "#/properties/omits/items/properties/code/pattern",
										keyword: "pattern",
										params: { pattern: "^[a-z][a-z0-9-]{0,39}$" },
										message: "must match pattern \"^[a-z][a-z0-9-]{0,39}$\""
									};
									if (vErrors === null) vErrors = [err179];
									else vErrors.push(err179);
									errors++;
								}
							} else {
								const err180 = {
									instancePath: instancePath + "/omits/" + i5 + "/code",
									schemaPath: "#/properties/omits/items/properties/code/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err180];
								else vErrors.push(err180);
								errors++;
							}
						}
						if (data57.sentence !== void 0) {
							let data59 = data57.sentence;
							if (typeof data59 === "string") {
								if (func2(data59) > 400) {
									const err181 = {
										instancePath: instancePath + "/omits/" + i5 + "/sentence",
										schemaPath: "#/properties/omits/items/properties/sentence/maxLength",
										keyword: "maxLength",
										params: { limit: 400 },
										message: "must NOT have more than 400 characters"
									};
									if (vErrors === null) vErrors = [err181];
									else vErrors.push(err181);
									errors++;
								}
							} else {
								const err182 = {
									instancePath: instancePath + "/omits/" + i5 + "/sentence",
									schemaPath: "#/properties/omits/items/properties/sentence/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								};
								if (vErrors === null) vErrors = [err182];
								else vErrors.push(err182);
								errors++;
							}
						}
					} else {
						const err183 = {
							instancePath: instancePath + "/omits/" + i5,
							schemaPath: "#/properties/omits/items/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object"
						};
						if (vErrors === null) vErrors = [err183];
						else vErrors.push(err183);
						errors++;
					}
				}
			} else {
				const err184 = {
					instancePath: instancePath + "/omits",
					schemaPath: "#/properties/omits/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err184];
				else vErrors.push(err184);
				errors++;
			}
		}
	} else {
		const err185 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err185];
		else vErrors.push(err185);
		errors++;
	}
	validate132.errors = vErrors;
	return errors === 0;
}
validate132.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
const validateOrder = validate141;
const schema56 = {
	"$schema": "https://json-schema.org/draft/2020-12/schema",
	"$id": "urn:ai-energy-score:schema:order:1",
	"title": "Order",
	"description": "What the gate ordered after a maintainer approved it: one submission of a pull request, to be measured in one workflow run. It travels as a job's output, so that the machine that measures needs no token.",
	"type": "object",
	"additionalProperties": false,
	"required": [
		"schemaVersion",
		"repository",
		"pullRequest",
		"head",
		"path",
		"blob",
		"submission",
		"policy",
		"nonce",
		"runId",
		"attempt",
		"runs",
		"runner",
		"timeoutMinutes",
		"approvedBy",
		"submittedBy"
	],
	"properties": {
		"schemaVersion": {
			"const": 1,
			"description": "Version of this format. Always 1."
		},
		"repository": {
			"type": "object",
			"additionalProperties": false,
			"required": [
				"id",
				"owner",
				"name"
			],
			"description": "The submissions repository.",
			"properties": {
				"id": {
					"type": "integer",
					"minimum": 1,
					"maximum": 0x38d7ea4c68000,
					"description": "Its id, which outlives a rename."
				},
				"owner": {
					"type": "string",
					"pattern": "^[A-Za-z0-9_.-]{1,100}$",
					"description": "Its owner's login."
				},
				"name": {
					"type": "string",
					"pattern": "^[A-Za-z0-9_.-]{1,100}$",
					"description": "Its name."
				}
			}
		},
		"pullRequest": {
			"type": "integer",
			"minimum": 1,
			"maximum": 1e9,
			"description": "The pull request's number."
		},
		"head": {
			"$ref": "#/$defs/sha",
			"description": "The commit that was approved."
		},
		"path": {
			"type": "string",
			"minLength": 1,
			"maxLength": 400,
			"description": "The submission's path in the repository."
		},
		"blob": {
			"$ref": "#/$defs/sha",
			"description": "The submission's blob at that commit."
		},
		"submission": {
			"type": "string",
			"maxLength": 1048576,
			"description": "Its text."
		},
		"policy": {
			"type": ["string", "null"],
			"maxLength": 1048576,
			"description": "Text of policy.yaml on the default branch when it was ordered; null where there is none."
		},
		"nonce": {
			"type": "string",
			"pattern": "^[0-9a-f]{32}$",
			"description": "128 random bits, drawn for this order."
		},
		"runId": {
			"type": "integer",
			"minimum": 1,
			"maximum": 0x38d7ea4c68000,
			"description": "The workflow run that ordered it."
		},
		"attempt": {
			"type": "integer",
			"minimum": 1,
			"maximum": 1e6,
			"description": "The run's attempt."
		},
		"runs": {
			"oneOf": [
				{
					"type": "integer",
					"minimum": 1,
					"maximum": 100
				},
				{ "const": "auto" },
				{ "type": "null" }
			],
			"description": "Runs that the command asked for: a number, auto, or null for the policy's."
		},
		"runner": {
			"type": "array",
			"minItems": 1,
			"maxItems": 20,
			"items": {
				"type": "string",
				"pattern": "^[A-Za-z0-9_.-]{1,100}$",
				"description": "A label."
			},
			"description": "Labels of the runner."
		},
		"timeoutMinutes": {
			"type": "integer",
			"minimum": 1,
			"maximum": 7200,
			"description": "When the job is ended, in minutes."
		},
		"approvedBy": {
			"$ref": "#/$defs/account",
			"description": "Who gave the command."
		},
		"submittedBy": {
			"$ref": "#/$defs/account",
			"description": "Who opened the pull request."
		}
	},
	"$defs": {
		"sha": {
			"type": "string",
			"pattern": "^[0-9a-f]{40}$"
		},
		"account": {
			"type": "object",
			"additionalProperties": false,
			"required": ["id", "login"],
			"properties": {
				"id": {
					"type": "integer",
					"minimum": 1,
					"maximum": 0x38d7ea4c68000,
					"description": "The account's id."
				},
				"login": {
					"type": "string",
					"pattern": "^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98})(?:\\[bot\\])?$",
					"description": "Its login."
				}
			}
		}
	}
};
function validate142(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate142.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (typeof data === "string") {
		if (!pattern4.test(data)) {
			const err0 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^[0-9a-f]{40}$" },
				message: "must match pattern \"^[0-9a-f]{40}$\""
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string"
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate142.errors = vErrors;
	return errors === 0;
}
validate142.evaluated = {
	"dynamicProps": false,
	"dynamicItems": false
};
const pattern54 = new RegExp("^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98})(?:\\[bot\\])?$", "u");
function validate145(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate145.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.id === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "id" },
				message: "must have required property 'id'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.login === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "login" },
				message: "must have required property 'login'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "id" || key0 === "login")) {
			const err2 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.id !== void 0) {
			let data0 = data.id;
			if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
				const err3 = {
					instancePath: instancePath + "/id",
					schemaPath: "#/properties/id/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
			if (typeof data0 == "number" && isFinite(data0)) {
				if (data0 > 0x38d7ea4c68000 || isNaN(data0)) {
					const err4 = {
						instancePath: instancePath + "/id",
						schemaPath: "#/properties/id/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 0x38d7ea4c68000
						},
						message: "must be <= 1000000000000000"
					};
					if (vErrors === null) vErrors = [err4];
					else vErrors.push(err4);
					errors++;
				}
				if (data0 < 1 || isNaN(data0)) {
					const err5 = {
						instancePath: instancePath + "/id",
						schemaPath: "#/properties/id/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1"
					};
					if (vErrors === null) vErrors = [err5];
					else vErrors.push(err5);
					errors++;
				}
			}
		}
		if (data.login !== void 0) {
			let data1 = data.login;
			if (typeof data1 === "string") {
				if (!pattern54.test(data1)) {
					const err6 = {
						instancePath: instancePath + "/login",
						schemaPath: "#/properties/login/pattern",
						keyword: "pattern",
						params: { pattern: "^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98})(?:\\[bot\\])?$" },
						message: "must match pattern \"^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98})(?:\\[bot\\])?$\""
					};
					if (vErrors === null) vErrors = [err6];
					else vErrors.push(err6);
					errors++;
				}
			} else {
				const err7 = {
					instancePath: instancePath + "/login",
					schemaPath: "#/properties/login/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err7];
				else vErrors.push(err7);
				errors++;
			}
		}
	} else {
		const err8 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err8];
		else vErrors.push(err8);
		errors++;
	}
	validate145.errors = vErrors;
	return errors === 0;
}
validate145.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
function validate141(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate141.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.schemaVersion === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "schemaVersion" },
				message: "must have required property 'schemaVersion'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.repository === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "repository" },
				message: "must have required property 'repository'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.pullRequest === void 0) {
			const err2 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "pullRequest" },
				message: "must have required property 'pullRequest'"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.head === void 0) {
			const err3 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "head" },
				message: "must have required property 'head'"
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (data.path === void 0) {
			const err4 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "path" },
				message: "must have required property 'path'"
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
		if (data.blob === void 0) {
			const err5 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "blob" },
				message: "must have required property 'blob'"
			};
			if (vErrors === null) vErrors = [err5];
			else vErrors.push(err5);
			errors++;
		}
		if (data.submission === void 0) {
			const err6 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "submission" },
				message: "must have required property 'submission'"
			};
			if (vErrors === null) vErrors = [err6];
			else vErrors.push(err6);
			errors++;
		}
		if (data.policy === void 0) {
			const err7 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "policy" },
				message: "must have required property 'policy'"
			};
			if (vErrors === null) vErrors = [err7];
			else vErrors.push(err7);
			errors++;
		}
		if (data.nonce === void 0) {
			const err8 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "nonce" },
				message: "must have required property 'nonce'"
			};
			if (vErrors === null) vErrors = [err8];
			else vErrors.push(err8);
			errors++;
		}
		if (data.runId === void 0) {
			const err9 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "runId" },
				message: "must have required property 'runId'"
			};
			if (vErrors === null) vErrors = [err9];
			else vErrors.push(err9);
			errors++;
		}
		if (data.attempt === void 0) {
			const err10 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "attempt" },
				message: "must have required property 'attempt'"
			};
			if (vErrors === null) vErrors = [err10];
			else vErrors.push(err10);
			errors++;
		}
		if (data.runs === void 0) {
			const err11 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "runs" },
				message: "must have required property 'runs'"
			};
			if (vErrors === null) vErrors = [err11];
			else vErrors.push(err11);
			errors++;
		}
		if (data.runner === void 0) {
			const err12 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "runner" },
				message: "must have required property 'runner'"
			};
			if (vErrors === null) vErrors = [err12];
			else vErrors.push(err12);
			errors++;
		}
		if (data.timeoutMinutes === void 0) {
			const err13 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "timeoutMinutes" },
				message: "must have required property 'timeoutMinutes'"
			};
			if (vErrors === null) vErrors = [err13];
			else vErrors.push(err13);
			errors++;
		}
		if (data.approvedBy === void 0) {
			const err14 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "approvedBy" },
				message: "must have required property 'approvedBy'"
			};
			if (vErrors === null) vErrors = [err14];
			else vErrors.push(err14);
			errors++;
		}
		if (data.submittedBy === void 0) {
			const err15 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "submittedBy" },
				message: "must have required property 'submittedBy'"
			};
			if (vErrors === null) vErrors = [err15];
			else vErrors.push(err15);
			errors++;
		}
		for (const key0 in data) if (!func1.call(schema56.properties, key0)) {
			const err16 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err16];
			else vErrors.push(err16);
			errors++;
		}
		if (data.schemaVersion !== void 0) {
			if (1 !== data.schemaVersion) {
				const err17 = {
					instancePath: instancePath + "/schemaVersion",
					schemaPath: "#/properties/schemaVersion/const",
					keyword: "const",
					params: { allowedValue: 1 },
					message: "must be equal to constant"
				};
				if (vErrors === null) vErrors = [err17];
				else vErrors.push(err17);
				errors++;
			}
		}
		if (data.repository !== void 0) {
			let data1 = data.repository;
			if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
				if (data1.id === void 0) {
					const err18 = {
						instancePath: instancePath + "/repository",
						schemaPath: "#/properties/repository/required",
						keyword: "required",
						params: { missingProperty: "id" },
						message: "must have required property 'id'"
					};
					if (vErrors === null) vErrors = [err18];
					else vErrors.push(err18);
					errors++;
				}
				if (data1.owner === void 0) {
					const err19 = {
						instancePath: instancePath + "/repository",
						schemaPath: "#/properties/repository/required",
						keyword: "required",
						params: { missingProperty: "owner" },
						message: "must have required property 'owner'"
					};
					if (vErrors === null) vErrors = [err19];
					else vErrors.push(err19);
					errors++;
				}
				if (data1.name === void 0) {
					const err20 = {
						instancePath: instancePath + "/repository",
						schemaPath: "#/properties/repository/required",
						keyword: "required",
						params: { missingProperty: "name" },
						message: "must have required property 'name'"
					};
					if (vErrors === null) vErrors = [err20];
					else vErrors.push(err20);
					errors++;
				}
				for (const key1 in data1) if (!(key1 === "id" || key1 === "owner" || key1 === "name")) {
					const err21 = {
						instancePath: instancePath + "/repository",
						schemaPath: "#/properties/repository/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key1 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err21];
					else vErrors.push(err21);
					errors++;
				}
				if (data1.id !== void 0) {
					let data2 = data1.id;
					if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
						const err22 = {
							instancePath: instancePath + "/repository/id",
							schemaPath: "#/properties/repository/properties/id/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err22];
						else vErrors.push(err22);
						errors++;
					}
					if (typeof data2 == "number" && isFinite(data2)) {
						if (data2 > 0x38d7ea4c68000 || isNaN(data2)) {
							const err23 = {
								instancePath: instancePath + "/repository/id",
								schemaPath: "#/properties/repository/properties/id/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 0x38d7ea4c68000
								},
								message: "must be <= 1000000000000000"
							};
							if (vErrors === null) vErrors = [err23];
							else vErrors.push(err23);
							errors++;
						}
						if (data2 < 1 || isNaN(data2)) {
							const err24 = {
								instancePath: instancePath + "/repository/id",
								schemaPath: "#/properties/repository/properties/id/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1"
							};
							if (vErrors === null) vErrors = [err24];
							else vErrors.push(err24);
							errors++;
						}
					}
				}
				if (data1.owner !== void 0) {
					let data3 = data1.owner;
					if (typeof data3 === "string") {
						if (!pattern34.test(data3)) {
							const err25 = {
								instancePath: instancePath + "/repository/owner",
								schemaPath: "#/properties/repository/properties/owner/pattern",
								keyword: "pattern",
								params: { pattern: "^[A-Za-z0-9_.-]{1,100}$" },
								message: "must match pattern \"^[A-Za-z0-9_.-]{1,100}$\""
							};
							if (vErrors === null) vErrors = [err25];
							else vErrors.push(err25);
							errors++;
						}
					} else {
						const err26 = {
							instancePath: instancePath + "/repository/owner",
							schemaPath: "#/properties/repository/properties/owner/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err26];
						else vErrors.push(err26);
						errors++;
					}
				}
				if (data1.name !== void 0) {
					let data4 = data1.name;
					if (typeof data4 === "string") {
						if (!pattern34.test(data4)) {
							const err27 = {
								instancePath: instancePath + "/repository/name",
								schemaPath: "#/properties/repository/properties/name/pattern",
								keyword: "pattern",
								params: { pattern: "^[A-Za-z0-9_.-]{1,100}$" },
								message: "must match pattern \"^[A-Za-z0-9_.-]{1,100}$\""
							};
							if (vErrors === null) vErrors = [err27];
							else vErrors.push(err27);
							errors++;
						}
					} else {
						const err28 = {
							instancePath: instancePath + "/repository/name",
							schemaPath: "#/properties/repository/properties/name/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err28];
						else vErrors.push(err28);
						errors++;
					}
				}
			} else {
				const err29 = {
					instancePath: instancePath + "/repository",
					schemaPath: "#/properties/repository/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err29];
				else vErrors.push(err29);
				errors++;
			}
		}
		if (data.pullRequest !== void 0) {
			let data5 = data.pullRequest;
			if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
				const err30 = {
					instancePath: instancePath + "/pullRequest",
					schemaPath: "#/properties/pullRequest/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err30];
				else vErrors.push(err30);
				errors++;
			}
			if (typeof data5 == "number" && isFinite(data5)) {
				if (data5 > 1e9 || isNaN(data5)) {
					const err31 = {
						instancePath: instancePath + "/pullRequest",
						schemaPath: "#/properties/pullRequest/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 1e9
						},
						message: "must be <= 1000000000"
					};
					if (vErrors === null) vErrors = [err31];
					else vErrors.push(err31);
					errors++;
				}
				if (data5 < 1 || isNaN(data5)) {
					const err32 = {
						instancePath: instancePath + "/pullRequest",
						schemaPath: "#/properties/pullRequest/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1"
					};
					if (vErrors === null) vErrors = [err32];
					else vErrors.push(err32);
					errors++;
				}
			}
		}
		if (data.head !== void 0) {
			if (!validate142(data.head, {
				instancePath: instancePath + "/head",
				parentData: data,
				parentDataProperty: "head",
				rootData,
				dynamicAnchors
			})) {
				vErrors = vErrors === null ? validate142.errors : vErrors.concat(validate142.errors);
				errors = vErrors.length;
			}
		}
		if (data.path !== void 0) {
			let data7 = data.path;
			if (typeof data7 === "string") {
				if (func2(data7) > 400) {
					const err33 = {
						instancePath: instancePath + "/path",
						schemaPath: "#/properties/path/maxLength",
						keyword: "maxLength",
						params: { limit: 400 },
						message: "must NOT have more than 400 characters"
					};
					if (vErrors === null) vErrors = [err33];
					else vErrors.push(err33);
					errors++;
				}
				if (func2(data7) < 1) {
					const err34 = {
						instancePath: instancePath + "/path",
						schemaPath: "#/properties/path/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters"
					};
					if (vErrors === null) vErrors = [err34];
					else vErrors.push(err34);
					errors++;
				}
			} else {
				const err35 = {
					instancePath: instancePath + "/path",
					schemaPath: "#/properties/path/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err35];
				else vErrors.push(err35);
				errors++;
			}
		}
		if (data.blob !== void 0) {
			if (!validate142(data.blob, {
				instancePath: instancePath + "/blob",
				parentData: data,
				parentDataProperty: "blob",
				rootData,
				dynamicAnchors
			})) {
				vErrors = vErrors === null ? validate142.errors : vErrors.concat(validate142.errors);
				errors = vErrors.length;
			}
		}
		if (data.submission !== void 0) {
			let data9 = data.submission;
			if (typeof data9 === "string") {
				if (func2(data9) > 1048576) {
					const err36 = {
						instancePath: instancePath + "/submission",
						schemaPath: "#/properties/submission/maxLength",
						keyword: "maxLength",
						params: { limit: 1048576 },
						message: "must NOT have more than 1048576 characters"
					};
					if (vErrors === null) vErrors = [err36];
					else vErrors.push(err36);
					errors++;
				}
			} else {
				const err37 = {
					instancePath: instancePath + "/submission",
					schemaPath: "#/properties/submission/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err37];
				else vErrors.push(err37);
				errors++;
			}
		}
		if (data.policy !== void 0) {
			let data10 = data.policy;
			if (typeof data10 !== "string" && data10 !== null) {
				const err38 = {
					instancePath: instancePath + "/policy",
					schemaPath: "#/properties/policy/type",
					keyword: "type",
					params: { type: schema56.properties.policy.type },
					message: "must be string,null"
				};
				if (vErrors === null) vErrors = [err38];
				else vErrors.push(err38);
				errors++;
			}
			if (typeof data10 === "string") {
				if (func2(data10) > 1048576) {
					const err39 = {
						instancePath: instancePath + "/policy",
						schemaPath: "#/properties/policy/maxLength",
						keyword: "maxLength",
						params: { limit: 1048576 },
						message: "must NOT have more than 1048576 characters"
					};
					if (vErrors === null) vErrors = [err39];
					else vErrors.push(err39);
					errors++;
				}
			}
		}
		if (data.nonce !== void 0) {
			let data11 = data.nonce;
			if (typeof data11 === "string") {
				if (!pattern12.test(data11)) {
					const err40 = {
						instancePath: instancePath + "/nonce",
						schemaPath: "#/properties/nonce/pattern",
						keyword: "pattern",
						params: { pattern: "^[0-9a-f]{32}$" },
						message: "must match pattern \"^[0-9a-f]{32}$\""
					};
					if (vErrors === null) vErrors = [err40];
					else vErrors.push(err40);
					errors++;
				}
			} else {
				const err41 = {
					instancePath: instancePath + "/nonce",
					schemaPath: "#/properties/nonce/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err41];
				else vErrors.push(err41);
				errors++;
			}
		}
		if (data.runId !== void 0) {
			let data12 = data.runId;
			if (!(typeof data12 == "number" && !(data12 % 1) && !isNaN(data12) && isFinite(data12))) {
				const err42 = {
					instancePath: instancePath + "/runId",
					schemaPath: "#/properties/runId/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err42];
				else vErrors.push(err42);
				errors++;
			}
			if (typeof data12 == "number" && isFinite(data12)) {
				if (data12 > 0x38d7ea4c68000 || isNaN(data12)) {
					const err43 = {
						instancePath: instancePath + "/runId",
						schemaPath: "#/properties/runId/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 0x38d7ea4c68000
						},
						message: "must be <= 1000000000000000"
					};
					if (vErrors === null) vErrors = [err43];
					else vErrors.push(err43);
					errors++;
				}
				if (data12 < 1 || isNaN(data12)) {
					const err44 = {
						instancePath: instancePath + "/runId",
						schemaPath: "#/properties/runId/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1"
					};
					if (vErrors === null) vErrors = [err44];
					else vErrors.push(err44);
					errors++;
				}
			}
		}
		if (data.attempt !== void 0) {
			let data13 = data.attempt;
			if (!(typeof data13 == "number" && !(data13 % 1) && !isNaN(data13) && isFinite(data13))) {
				const err45 = {
					instancePath: instancePath + "/attempt",
					schemaPath: "#/properties/attempt/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err45];
				else vErrors.push(err45);
				errors++;
			}
			if (typeof data13 == "number" && isFinite(data13)) {
				if (data13 > 1e6 || isNaN(data13)) {
					const err46 = {
						instancePath: instancePath + "/attempt",
						schemaPath: "#/properties/attempt/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 1e6
						},
						message: "must be <= 1000000"
					};
					if (vErrors === null) vErrors = [err46];
					else vErrors.push(err46);
					errors++;
				}
				if (data13 < 1 || isNaN(data13)) {
					const err47 = {
						instancePath: instancePath + "/attempt",
						schemaPath: "#/properties/attempt/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1"
					};
					if (vErrors === null) vErrors = [err47];
					else vErrors.push(err47);
					errors++;
				}
			}
		}
		if (data.runs !== void 0) {
			let data14 = data.runs;
			const _errs29 = errors;
			let valid2 = false;
			let passing0 = null;
			const _errs30 = errors;
			if (!(typeof data14 == "number" && !(data14 % 1) && !isNaN(data14) && isFinite(data14))) {
				const err48 = {
					instancePath: instancePath + "/runs",
					schemaPath: "#/properties/runs/oneOf/0/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err48];
				else vErrors.push(err48);
				errors++;
			}
			if (typeof data14 == "number" && isFinite(data14)) {
				if (data14 > 100 || isNaN(data14)) {
					const err49 = {
						instancePath: instancePath + "/runs",
						schemaPath: "#/properties/runs/oneOf/0/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 100
						},
						message: "must be <= 100"
					};
					if (vErrors === null) vErrors = [err49];
					else vErrors.push(err49);
					errors++;
				}
				if (data14 < 1 || isNaN(data14)) {
					const err50 = {
						instancePath: instancePath + "/runs",
						schemaPath: "#/properties/runs/oneOf/0/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1"
					};
					if (vErrors === null) vErrors = [err50];
					else vErrors.push(err50);
					errors++;
				}
			}
			var _valid0 = _errs30 === errors;
			if (_valid0) {
				valid2 = true;
				passing0 = 0;
			}
			const _errs32 = errors;
			if ("auto" !== data14) {
				const err51 = {
					instancePath: instancePath + "/runs",
					schemaPath: "#/properties/runs/oneOf/1/const",
					keyword: "const",
					params: { allowedValue: "auto" },
					message: "must be equal to constant"
				};
				if (vErrors === null) vErrors = [err51];
				else vErrors.push(err51);
				errors++;
			}
			var _valid0 = _errs32 === errors;
			if (_valid0 && valid2) {
				valid2 = false;
				passing0 = [passing0, 1];
			} else {
				if (_valid0) {
					valid2 = true;
					passing0 = 1;
				}
				const _errs33 = errors;
				if (data14 !== null) {
					const err52 = {
						instancePath: instancePath + "/runs",
						schemaPath: "#/properties/runs/oneOf/2/type",
						keyword: "type",
						params: { type: "null" },
						message: "must be null"
					};
					if (vErrors === null) vErrors = [err52];
					else vErrors.push(err52);
					errors++;
				}
				var _valid0 = _errs33 === errors;
				if (_valid0 && valid2) {
					valid2 = false;
					passing0 = [passing0, 2];
				} else if (_valid0) {
					valid2 = true;
					passing0 = 2;
				}
			}
			if (!valid2) {
				const err53 = {
					instancePath: instancePath + "/runs",
					schemaPath: "#/properties/runs/oneOf",
					keyword: "oneOf",
					params: { passingSchemas: passing0 },
					message: "must match exactly one schema in oneOf"
				};
				if (vErrors === null) vErrors = [err53];
				else vErrors.push(err53);
				errors++;
			} else {
				errors = _errs29;
				if (vErrors !== null) {
					if (_errs29) vErrors.length = _errs29;
					else vErrors = null;
				}
			}
		}
		if (data.runner !== void 0) {
			let data15 = data.runner;
			if (Array.isArray(data15)) {
				if (data15.length > 20) {
					const err54 = {
						instancePath: instancePath + "/runner",
						schemaPath: "#/properties/runner/maxItems",
						keyword: "maxItems",
						params: { limit: 20 },
						message: "must NOT have more than 20 items"
					};
					if (vErrors === null) vErrors = [err54];
					else vErrors.push(err54);
					errors++;
				}
				if (data15.length < 1) {
					const err55 = {
						instancePath: instancePath + "/runner",
						schemaPath: "#/properties/runner/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items"
					};
					if (vErrors === null) vErrors = [err55];
					else vErrors.push(err55);
					errors++;
				}
				const len0 = data15.length;
				for (let i0 = 0; i0 < len0; i0++) {
					let data16 = data15[i0];
					if (typeof data16 === "string") {
						if (!pattern34.test(data16)) {
							const err56 = {
								instancePath: instancePath + "/runner/" + i0,
								schemaPath: "#/properties/runner/items/pattern",
								keyword: "pattern",
								params: { pattern: "^[A-Za-z0-9_.-]{1,100}$" },
								message: "must match pattern \"^[A-Za-z0-9_.-]{1,100}$\""
							};
							if (vErrors === null) vErrors = [err56];
							else vErrors.push(err56);
							errors++;
						}
					} else {
						const err57 = {
							instancePath: instancePath + "/runner/" + i0,
							schemaPath: "#/properties/runner/items/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err57];
						else vErrors.push(err57);
						errors++;
					}
				}
			} else {
				const err58 = {
					instancePath: instancePath + "/runner",
					schemaPath: "#/properties/runner/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err58];
				else vErrors.push(err58);
				errors++;
			}
		}
		if (data.timeoutMinutes !== void 0) {
			let data17 = data.timeoutMinutes;
			if (!(typeof data17 == "number" && !(data17 % 1) && !isNaN(data17) && isFinite(data17))) {
				const err59 = {
					instancePath: instancePath + "/timeoutMinutes",
					schemaPath: "#/properties/timeoutMinutes/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err59];
				else vErrors.push(err59);
				errors++;
			}
			if (typeof data17 == "number" && isFinite(data17)) {
				if (data17 > 7200 || isNaN(data17)) {
					const err60 = {
						instancePath: instancePath + "/timeoutMinutes",
						schemaPath: "#/properties/timeoutMinutes/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 7200
						},
						message: "must be <= 7200"
					};
					if (vErrors === null) vErrors = [err60];
					else vErrors.push(err60);
					errors++;
				}
				if (data17 < 1 || isNaN(data17)) {
					const err61 = {
						instancePath: instancePath + "/timeoutMinutes",
						schemaPath: "#/properties/timeoutMinutes/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1"
					};
					if (vErrors === null) vErrors = [err61];
					else vErrors.push(err61);
					errors++;
				}
			}
		}
		if (data.approvedBy !== void 0) {
			if (!validate145(data.approvedBy, {
				instancePath: instancePath + "/approvedBy",
				parentData: data,
				parentDataProperty: "approvedBy",
				rootData,
				dynamicAnchors
			})) {
				vErrors = vErrors === null ? validate145.errors : vErrors.concat(validate145.errors);
				errors = vErrors.length;
			}
		}
		if (data.submittedBy !== void 0) {
			if (!validate145(data.submittedBy, {
				instancePath: instancePath + "/submittedBy",
				parentData: data,
				parentDataProperty: "submittedBy",
				rootData,
				dynamicAnchors
			})) {
				vErrors = vErrors === null ? validate145.errors : vErrors.concat(validate145.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err62 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err62];
		else vErrors.push(err62);
		errors++;
	}
	validate141.errors = vErrors;
	return errors === 0;
}
validate141.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};

export { validateEdition, validateEndpoints, validateImport, validateOrder, validatePlan, validatePolicy, validateResult, validateSubmission };