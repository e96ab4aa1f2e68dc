// Made by scripts/build-validators.mjs from schema/language/. Do not edit.
// @ts-nocheck
import type { SchemaNode, ValidateFunction } from "../validate-function.js";

const validateAsmOffsets = validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://worldswitch.dev/schema/language/asm-offsets.schema.json","type":"object","additionalProperties":false,"required":["$schema","symbols"],"properties":{"$schema":{"type":"string","pattern":"(^|/)asm-offsets\\.schema\\.json$","$comment":"the path of asm-offsets.schema.json, such as \"../language/asm-offsets.schema.json\""},"symbols":{"type":"array","items":{"$ref":"#/$defs/symbol"}},"macros":{"type":"array","items":{"$ref":"#/$defs/macro"}}},"$defs":{"symbol":{"type":"object","additionalProperties":false,"required":["symbol","struct","member"],"properties":{"symbol":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"struct":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"member":{"type":"string","pattern":"^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$","maxLength":500,"$comment":"a member path such as arch.ctxt or gp_regs.regs.regs[19]"},"waive":{"$ref":"#/$defs/waive"}}},"macro":{"type":"object","additionalProperties":false,"required":["macro","struct","member"],"properties":{"macro":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"struct":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"member":{"type":"string","pattern":"^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$","maxLength":500,"$comment":"a member path such as arch.ctxt or gp_regs.regs.regs[19]"},"doc":{"type":"string","minLength":1}}},"waive":{"type":"array","minItems":1,"items":{"type":"object","additionalProperties":false,"required":["code","because"],"properties":{"code":{"type":"string","pattern":"^WS[0-9]{3}$","$comment":"a finding's code such as WS305"},"because":{"type":"string","minLength":1}}}}}};
const schema34 = {"type":"object","additionalProperties":false,"required":["macro","struct","member"],"properties":{"macro":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"struct":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"member":{"type":"string","pattern":"^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$","maxLength":500,"$comment":"a member path such as arch.ctxt or gp_regs.regs.regs[19]"},"doc":{"type":"string","minLength":1}}};
const pattern4 = new RegExp("(^|/)asm-offsets\\.schema\\.json$", "u");
const pattern5 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
const pattern7 = new RegExp("^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$", "u");
const schema32 = {"type":"object","additionalProperties":false,"required":["symbol","struct","member"],"properties":{"symbol":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"struct":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"member":{"type":"string","pattern":"^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$","maxLength":500,"$comment":"a member path such as arch.ctxt or gp_regs.regs.regs[19]"},"waive":{"$ref":"#/$defs/waive"}}};
const schema33 = {"type":"array","minItems":1,"items":{"type":"object","additionalProperties":false,"required":["code","because"],"properties":{"code":{"type":"string","pattern":"^WS[0-9]{3}$","$comment":"a finding's code such as WS305"},"because":{"type":"string","minLength":1}}}};
const pattern8 = new RegExp("^WS[0-9]{3}$", "u");

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate21.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.symbol === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "symbol"},message:"must have required property '"+"symbol"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.struct === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "struct"},message:"must have required property '"+"struct"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.member === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "member"},message:"must have required property '"+"member"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "symbol") || (key0 === "struct")) || (key0 === "member")) || (key0 === "waive"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.symbol !== undefined){
let data0 = data.symbol;
if(typeof data0 === "string"){
if(data0.length > 128){
const err4 = {instancePath:instancePath+"/symbol",schemaPath:"#/properties/symbol/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!pattern5.test(data0)){
const err5 = {instancePath:instancePath+"/symbol",schemaPath:"#/properties/symbol/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/symbol",schemaPath:"#/properties/symbol/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.struct !== undefined){
let data1 = data.struct;
if(typeof data1 === "string"){
if(data1.length > 128){
const err7 = {instancePath:instancePath+"/struct",schemaPath:"#/properties/struct/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!pattern5.test(data1)){
const err8 = {instancePath:instancePath+"/struct",schemaPath:"#/properties/struct/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/struct",schemaPath:"#/properties/struct/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.member !== undefined){
let data2 = data.member;
if(typeof data2 === "string"){
if(data2.length > 500){
const err10 = {instancePath:instancePath+"/member",schemaPath:"#/properties/member/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!pattern7.test(data2)){
const err11 = {instancePath:instancePath+"/member",schemaPath:"#/properties/member/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$"},message:"must match pattern \""+"^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$"+"\""};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/member",schemaPath:"#/properties/member/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.waive !== undefined){
let data3 = data.waive;
if(Array.isArray(data3)){
if(data3.length < 1){
const err13 = {instancePath:instancePath+"/waive",schemaPath:"#/$defs/waive/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.code === undefined){
const err14 = {instancePath:instancePath+"/waive/" + i0,schemaPath:"#/$defs/waive/items/required",keyword:"required",params:{missingProperty: "code"},message:"must have required property '"+"code"+"'"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data4.because === undefined){
const err15 = {instancePath:instancePath+"/waive/" + i0,schemaPath:"#/$defs/waive/items/required",keyword:"required",params:{missingProperty: "because"},message:"must have required property '"+"because"+"'"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
for(const key1 in data4){
if(!((key1 === "code") || (key1 === "because"))){
const err16 = {instancePath:instancePath+"/waive/" + i0,schemaPath:"#/$defs/waive/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data4.code !== undefined){
let data5 = data4.code;
if(typeof data5 === "string"){
if(!pattern8.test(data5)){
const err17 = {instancePath:instancePath+"/waive/" + i0+"/code",schemaPath:"#/$defs/waive/items/properties/code/pattern",keyword:"pattern",params:{pattern: "^WS[0-9]{3}$"},message:"must match pattern \""+"^WS[0-9]{3}$"+"\""};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/waive/" + i0+"/code",schemaPath:"#/$defs/waive/items/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data4.because !== undefined){
let data6 = data4.because;
if(typeof data6 === "string"){
if(data6.length < 1){
const err19 = {instancePath:instancePath+"/waive/" + i0+"/because",schemaPath:"#/$defs/waive/items/properties/because/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/waive/" + i0+"/because",schemaPath:"#/$defs/waive/items/properties/because/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/waive/" + i0,schemaPath:"#/$defs/waive/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/waive",schemaPath:"#/$defs/waive/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://worldswitch.dev/schema/language/asm-offsets.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.$schema === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "$schema"},message:"must have required property '"+"$schema"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.symbols === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "symbols"},message:"must have required property '"+"symbols"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "$schema") || (key0 === "symbols")) || (key0 === "macros"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.$schema !== undefined){
let data0 = data.$schema;
if(typeof data0 === "string"){
if(!pattern4.test(data0)){
const err3 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/pattern",keyword:"pattern",params:{pattern: "(^|/)asm-offsets\\.schema\\.json$"},message:"must match pattern \""+"(^|/)asm-offsets\\.schema\\.json$"+"\""};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.symbols !== undefined){
let data1 = data.symbols;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate21(data1[i0], {instancePath:instancePath+"/symbols/" + i0,parentData:data1,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath:instancePath+"/symbols",schemaPath:"#/properties/symbols/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.macros !== undefined){
let data3 = data.macros;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.macro === undefined){
const err6 = {instancePath:instancePath+"/macros/" + i1,schemaPath:"#/$defs/macro/required",keyword:"required",params:{missingProperty: "macro"},message:"must have required property '"+"macro"+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data4.struct === undefined){
const err7 = {instancePath:instancePath+"/macros/" + i1,schemaPath:"#/$defs/macro/required",keyword:"required",params:{missingProperty: "struct"},message:"must have required property '"+"struct"+"'"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data4.member === undefined){
const err8 = {instancePath:instancePath+"/macros/" + i1,schemaPath:"#/$defs/macro/required",keyword:"required",params:{missingProperty: "member"},message:"must have required property '"+"member"+"'"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
for(const key1 in data4){
if(!((((key1 === "macro") || (key1 === "struct")) || (key1 === "member")) || (key1 === "doc"))){
const err9 = {instancePath:instancePath+"/macros/" + i1,schemaPath:"#/$defs/macro/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data4.macro !== undefined){
let data5 = data4.macro;
if(typeof data5 === "string"){
if(data5.length > 128){
const err10 = {instancePath:instancePath+"/macros/" + i1+"/macro",schemaPath:"#/$defs/macro/properties/macro/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!pattern5.test(data5)){
const err11 = {instancePath:instancePath+"/macros/" + i1+"/macro",schemaPath:"#/$defs/macro/properties/macro/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/macros/" + i1+"/macro",schemaPath:"#/$defs/macro/properties/macro/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data4.struct !== undefined){
let data6 = data4.struct;
if(typeof data6 === "string"){
if(data6.length > 128){
const err13 = {instancePath:instancePath+"/macros/" + i1+"/struct",schemaPath:"#/$defs/macro/properties/struct/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(!pattern5.test(data6)){
const err14 = {instancePath:instancePath+"/macros/" + i1+"/struct",schemaPath:"#/$defs/macro/properties/struct/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/macros/" + i1+"/struct",schemaPath:"#/$defs/macro/properties/struct/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data4.member !== undefined){
let data7 = data4.member;
if(typeof data7 === "string"){
if(data7.length > 500){
const err16 = {instancePath:instancePath+"/macros/" + i1+"/member",schemaPath:"#/$defs/macro/properties/member/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!pattern7.test(data7)){
const err17 = {instancePath:instancePath+"/macros/" + i1+"/member",schemaPath:"#/$defs/macro/properties/member/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$"},message:"must match pattern \""+"^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$"+"\""};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/macros/" + i1+"/member",schemaPath:"#/$defs/macro/properties/member/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data4.doc !== undefined){
let data8 = data4.doc;
if(typeof data8 === "string"){
if(data8.length < 1){
const err19 = {instancePath:instancePath+"/macros/" + i1+"/doc",schemaPath:"#/$defs/macro/properties/doc/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/macros/" + i1+"/doc",schemaPath:"#/$defs/macro/properties/doc/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/macros/" + i1,schemaPath:"#/$defs/macro/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/macros",schemaPath:"#/properties/macros/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const validateConstants = validate23;
const schema35 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://worldswitch.dev/schema/language/constants.schema.json","type":"object","additionalProperties":false,"required":["$schema","constants"],"properties":{"$schema":{"type":"string","pattern":"(^|/)constants\\.schema\\.json$","$comment":"the path of constants.schema.json, such as \"../language/constants.schema.json\""},"constants":{"type":"array","items":{"$ref":"#/$defs/constant"}}},"$defs":{"constant":{"type":"object","additionalProperties":false,"required":["name","value"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"value":{"type":"string","minLength":1,"maxLength":1000,"$comment":"an expression such as \"(1 << VA_BITS) - 1\""},"source":{"type":"string","minLength":1},"doc":{"type":"string","minLength":1}}}}};
const schema36 = {"type":"object","additionalProperties":false,"required":["name","value"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"value":{"type":"string","minLength":1,"maxLength":1000,"$comment":"an expression such as \"(1 << VA_BITS) - 1\""},"source":{"type":"string","minLength":1},"doc":{"type":"string","minLength":1}}};
const pattern12 = new RegExp("(^|/)constants\\.schema\\.json$", "u");

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://worldswitch.dev/schema/language/constants.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate23.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.$schema === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "$schema"},message:"must have required property '"+"$schema"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.constants === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "constants"},message:"must have required property '"+"constants"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "$schema") || (key0 === "constants"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.$schema !== undefined){
let data0 = data.$schema;
if(typeof data0 === "string"){
if(!pattern12.test(data0)){
const err3 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/pattern",keyword:"pattern",params:{pattern: "(^|/)constants\\.schema\\.json$"},message:"must match pattern \""+"(^|/)constants\\.schema\\.json$"+"\""};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.constants !== undefined){
let data1 = data.constants;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.name === undefined){
const err5 = {instancePath:instancePath+"/constants/" + i0,schemaPath:"#/$defs/constant/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data2.value === undefined){
const err6 = {instancePath:instancePath+"/constants/" + i0,schemaPath:"#/$defs/constant/required",keyword:"required",params:{missingProperty: "value"},message:"must have required property '"+"value"+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key1 in data2){
if(!((((key1 === "name") || (key1 === "value")) || (key1 === "source")) || (key1 === "doc"))){
const err7 = {instancePath:instancePath+"/constants/" + i0,schemaPath:"#/$defs/constant/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 === "string"){
if(data3.length > 128){
const err8 = {instancePath:instancePath+"/constants/" + i0+"/name",schemaPath:"#/$defs/constant/properties/name/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!pattern5.test(data3)){
const err9 = {instancePath:instancePath+"/constants/" + i0+"/name",schemaPath:"#/$defs/constant/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/constants/" + i0+"/name",schemaPath:"#/$defs/constant/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data2.value !== undefined){
let data4 = data2.value;
if(typeof data4 === "string"){
if(data4.length > 1000){
const err11 = {instancePath:instancePath+"/constants/" + i0+"/value",schemaPath:"#/$defs/constant/properties/value/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data4.length < 1){
const err12 = {instancePath:instancePath+"/constants/" + i0+"/value",schemaPath:"#/$defs/constant/properties/value/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/constants/" + i0+"/value",schemaPath:"#/$defs/constant/properties/value/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data2.source !== undefined){
let data5 = data2.source;
if(typeof data5 === "string"){
if(data5.length < 1){
const err14 = {instancePath:instancePath+"/constants/" + i0+"/source",schemaPath:"#/$defs/constant/properties/source/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/constants/" + i0+"/source",schemaPath:"#/$defs/constant/properties/source/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data2.doc !== undefined){
let data6 = data2.doc;
if(typeof data6 === "string"){
if(data6.length < 1){
const err16 = {instancePath:instancePath+"/constants/" + i0+"/doc",schemaPath:"#/$defs/constant/properties/doc/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/constants/" + i0+"/doc",schemaPath:"#/$defs/constant/properties/doc/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/constants/" + i0,schemaPath:"#/$defs/constant/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/constants",schemaPath:"#/properties/constants/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
validate23.errors = vErrors;
return errors === 0;
}
validate23.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const validateLayout = validate24;
const schema37 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://worldswitch.dev/schema/language/layout.schema.json","type":"object","additionalProperties":false,"required":["$schema","name","title","doc","vcpu","context"],"properties":{"$schema":{"type":"string","pattern":"(^|/)layout\\.schema\\.json$","$comment":"the path of layout.schema.json, such as \"../language/layout.schema.json\""},"name":{"type":"string","pattern":"^[a-z0-9][a-z0-9._-]*$","maxLength":100,"$comment":"a name of lower-case letters, digits, \".\", \"_\" and \"-\""},"title":{"type":"string","minLength":1,"maxLength":200},"doc":{"type":"string","minLength":1},"source":{"type":"string","minLength":1},"vcpu":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"context":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"}}};
const pattern14 = new RegExp("(^|/)layout\\.schema\\.json$", "u");
const pattern15 = new RegExp("^[a-z0-9][a-z0-9._-]*$", "u");

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://worldswitch.dev/schema/language/layout.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate24.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.$schema === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "$schema"},message:"must have required property '"+"$schema"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.title === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "title"},message:"must have required property '"+"title"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.doc === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "doc"},message:"must have required property '"+"doc"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.vcpu === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "vcpu"},message:"must have required property '"+"vcpu"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.context === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "context"},message:"must have required property '"+"context"+"'"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "$schema") || (key0 === "name")) || (key0 === "title")) || (key0 === "doc")) || (key0 === "source")) || (key0 === "vcpu")) || (key0 === "context"))){
const err6 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.$schema !== undefined){
let data0 = data.$schema;
if(typeof data0 === "string"){
if(!pattern14.test(data0)){
const err7 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/pattern",keyword:"pattern",params:{pattern: "(^|/)layout\\.schema\\.json$"},message:"must match pattern \""+"(^|/)layout\\.schema\\.json$"+"\""};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 === "string"){
if(data1.length > 100){
const err9 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!pattern15.test(data1)){
const err10 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9._-]*$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9._-]*$"+"\""};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.title !== undefined){
let data2 = data.title;
if(typeof data2 === "string"){
if(data2.length > 200){
const err12 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data2.length < 1){
const err13 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.doc !== undefined){
let data3 = data.doc;
if(typeof data3 === "string"){
if(data3.length < 1){
const err15 = {instancePath:instancePath+"/doc",schemaPath:"#/properties/doc/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/doc",schemaPath:"#/properties/doc/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.source !== undefined){
let data4 = data.source;
if(typeof data4 === "string"){
if(data4.length < 1){
const err17 = {instancePath:instancePath+"/source",schemaPath:"#/properties/source/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/source",schemaPath:"#/properties/source/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.vcpu !== undefined){
let data5 = data.vcpu;
if(typeof data5 === "string"){
if(data5.length > 128){
const err19 = {instancePath:instancePath+"/vcpu",schemaPath:"#/properties/vcpu/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(!pattern5.test(data5)){
const err20 = {instancePath:instancePath+"/vcpu",schemaPath:"#/properties/vcpu/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/vcpu",schemaPath:"#/properties/vcpu/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.context !== undefined){
let data6 = data.context;
if(typeof data6 === "string"){
if(data6.length > 128){
const err22 = {instancePath:instancePath+"/context",schemaPath:"#/properties/context/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(!pattern5.test(data6)){
const err23 = {instancePath:instancePath+"/context",schemaPath:"#/properties/context/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/context",schemaPath:"#/properties/context/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}
validate24.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const validateStructs = validate25;
const schema38 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://worldswitch.dev/schema/language/structs.schema.json","type":"object","additionalProperties":false,"required":["$schema","structs"],"properties":{"$schema":{"type":"string","pattern":"(^|/)structs\\.schema\\.json$","$comment":"the path of structs.schema.json, such as \"../language/structs.schema.json\""},"structs":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/struct"}}},"$defs":{"struct":{"type":"object","additionalProperties":false,"required":["name","members"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"doc":{"type":"string","minLength":1},"members":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/member"}}}},"member":{"type":"object","additionalProperties":false,"required":["name","type"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"type":{"type":"string","pattern":"^(u8|u16|u32|u64|u128|s8|s16|s32|s64|bool|pointer|opaque|struct [A-Za-z_]\\w*)$","maxLength":140,"$comment":"a type: u8 u16 u32 u64 u128 s8 s16 s32 s64 bool pointer opaque or \"struct NAME\""},"count":{"type":["integer","string"],"minimum":1,"maximum":16777216,"pattern":"^[A-Za-z_][A-Za-z0-9_]*$","$comment":"a number of elements from 1 up, or a constant's name"},"index":{"type":"string","enum":["gpr","fpr","sysreg"]},"size":{"type":"integer","minimum":1,"maximum":16777216},"align":{"type":"integer","enum":[1,2,4,8,16]},"to":{"type":"string","pattern":"^(u8|u16|u32|u64|u128|s8|s16|s32|s64|bool|void|struct [A-Za-z_]\\w*)$","maxLength":140,"$comment":"a type such as \"struct kvm\""},"doc":{"type":"string","minLength":1}},"allOf":[{"if":{"properties":{"type":{"const":"opaque"}},"required":["type"]},"then":{"required":["size","align"]},"else":{"properties":{"size":{"not":{},"$comment":"only an opaque member says its size: other types have one"},"align":{"not":{},"$comment":"only an opaque member says its alignment: other types have one"}}}},{"if":{"properties":{"type":{"const":"pointer"}},"required":["type"]},"then":true,"else":{"properties":{"to":{"not":{},"$comment":"only a pointer points to something"}}}},{"if":{"properties":{"index":true},"required":["index"]},"then":{"required":["count"]}}]}}};
const pattern18 = new RegExp("(^|/)structs\\.schema\\.json$", "u");
const schema39 = {"type":"object","additionalProperties":false,"required":["name","members"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"doc":{"type":"string","minLength":1},"members":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/member"}}}};
const schema40 = {"type":"object","additionalProperties":false,"required":["name","type"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"type":{"type":"string","pattern":"^(u8|u16|u32|u64|u128|s8|s16|s32|s64|bool|pointer|opaque|struct [A-Za-z_]\\w*)$","maxLength":140,"$comment":"a type: u8 u16 u32 u64 u128 s8 s16 s32 s64 bool pointer opaque or \"struct NAME\""},"count":{"type":["integer","string"],"minimum":1,"maximum":16777216,"pattern":"^[A-Za-z_][A-Za-z0-9_]*$","$comment":"a number of elements from 1 up, or a constant's name"},"index":{"type":"string","enum":["gpr","fpr","sysreg"]},"size":{"type":"integer","minimum":1,"maximum":16777216},"align":{"type":"integer","enum":[1,2,4,8,16]},"to":{"type":"string","pattern":"^(u8|u16|u32|u64|u128|s8|s16|s32|s64|bool|void|struct [A-Za-z_]\\w*)$","maxLength":140,"$comment":"a type such as \"struct kvm\""},"doc":{"type":"string","minLength":1}},"allOf":[{"if":{"properties":{"type":{"const":"opaque"}},"required":["type"]},"then":{"required":["size","align"]},"else":{"properties":{"size":{"not":{},"$comment":"only an opaque member says its size: other types have one"},"align":{"not":{},"$comment":"only an opaque member says its alignment: other types have one"}}}},{"if":{"properties":{"type":{"const":"pointer"}},"required":["type"]},"then":true,"else":{"properties":{"to":{"not":{},"$comment":"only a pointer points to something"}}}},{"if":{"properties":{"index":true},"required":["index"]},"then":{"required":["count"]}}]};
const pattern21 = new RegExp("^(u8|u16|u32|u64|u128|s8|s16|s32|s64|bool|pointer|opaque|struct [A-Za-z_]\\w*)$", "u");
const pattern23 = new RegExp("^(u8|u16|u32|u64|u128|s8|s16|s32|s64|bool|void|struct [A-Za-z_]\\w*)$", "u");

function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate26.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.members === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "members"},message:"must have required property '"+"members"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "name") || (key0 === "doc")) || (key0 === "members"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(data0.length > 128){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern5.test(data0)){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.doc !== undefined){
let data1 = data.doc;
if(typeof data1 === "string"){
if(data1.length < 1){
const err6 = {instancePath:instancePath+"/doc",schemaPath:"#/properties/doc/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/doc",schemaPath:"#/properties/doc/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.members !== undefined){
let data2 = data.members;
if(Array.isArray(data2)){
if(data2.length < 1){
const err8 = {instancePath:instancePath+"/members",schemaPath:"#/properties/members/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
const _errs13 = errors;
let valid5 = true;
const _errs14 = errors;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing0;
if((data3.type === undefined) && (missing0 = "type")){
const err9 = {};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
else {
if(data3.type !== undefined){
if("opaque" !== data3.type){
const err10 = {};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
}
var _valid0 = _errs14 === errors;
errors = _errs13;
if(vErrors !== null){
if(_errs13){
vErrors.length = _errs13;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs16 = errors;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.size === undefined){
const err11 = {instancePath:instancePath+"/members/" + i0,schemaPath:"#/$defs/member/allOf/0/then/required",keyword:"required",params:{missingProperty: "size"},message:"must have required property '"+"size"+"'"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data3.align === undefined){
const err12 = {instancePath:instancePath+"/members/" + i0,schemaPath:"#/$defs/member/allOf/0/then/required",keyword:"required",params:{missingProperty: "align"},message:"must have required property '"+"align"+"'"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
var _valid0 = _errs16 === errors;
valid5 = _valid0;
ifClause0 = "then";
}
else {
const _errs17 = errors;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.size !== undefined){
const err13 = {instancePath:instancePath+"/members/" + i0+"/size",schemaPath:"#/$defs/member/allOf/0/else/properties/size/not",keyword:"not",params:{},message:"must NOT be valid"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data3.align !== undefined){
const err14 = {instancePath:instancePath+"/members/" + i0+"/align",schemaPath:"#/$defs/member/allOf/0/else/properties/align/not",keyword:"not",params:{},message:"must NOT be valid"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
var _valid0 = _errs17 === errors;
valid5 = _valid0;
if(valid5){
var props0 = {};
props0.size = true;
props0.align = true;
props0.type = true;
}
ifClause0 = "else";
}
if(!valid5){
const err15 = {instancePath:instancePath+"/members/" + i0,schemaPath:"#/$defs/member/allOf/0/if",keyword:"if",params:{failingKeyword: ifClause0},message:"must match \""+ifClause0+"\" schema"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
const _errs25 = errors;
let valid8 = true;
const _errs26 = errors;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing1;
if((data3.type === undefined) && (missing1 = "type")){
const err16 = {};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
else {
if(data3.type !== undefined){
if("pointer" !== data3.type){
const err17 = {};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
}
var _valid1 = _errs26 === errors;
errors = _errs25;
if(vErrors !== null){
if(_errs25){
vErrors.length = _errs25;
}
else {
vErrors = null;
}
}
if(!_valid1){
const _errs28 = errors;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.to !== undefined){
const err18 = {instancePath:instancePath+"/members/" + i0+"/to",schemaPath:"#/$defs/member/allOf/1/else/properties/to/not",keyword:"not",params:{},message:"must NOT be valid"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
var _valid1 = _errs28 === errors;
valid8 = _valid1;
if(valid8){
var props1 = {};
props1.to = true;
props1.type = true;
}
}
if(!valid8){
const err19 = {instancePath:instancePath+"/members/" + i0,schemaPath:"#/$defs/member/allOf/1/if",keyword:"if",params:{failingKeyword: "else"},message:"must match \"else\" schema"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(props0 !== true && props1 !== undefined){
if(props1 === true){
props0 = true;
}
else {
props0 = props0 || {};
Object.assign(props0, props1);
}
}
const _errs33 = errors;
let valid11 = true;
const _errs34 = errors;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing2;
if((data3.index === undefined) && (missing2 = "index")){
const err20 = {};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
var _valid2 = _errs34 === errors;
errors = _errs33;
if(vErrors !== null){
if(_errs33){
vErrors.length = _errs33;
}
else {
vErrors = null;
}
}
if(_valid2){
const _errs35 = errors;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.count === undefined){
const err21 = {instancePath:instancePath+"/members/" + i0,schemaPath:"#/$defs/member/allOf/2/then/required",keyword:"required",params:{missingProperty: "count"},message:"must have required property '"+"count"+"'"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
var _valid2 = _errs35 === errors;
valid11 = _valid2;
}
if(!valid11){
const err22 = {instancePath:instancePath+"/members/" + i0,schemaPath:"#/$defs/member/allOf/2/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(props0 !== true){
props0 = props0 || {};
props0.index = true;
}
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.name === undefined){
const err23 = {instancePath:instancePath+"/members/" + i0,schemaPath:"#/$defs/member/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data3.type === undefined){
const err24 = {instancePath:instancePath+"/members/" + i0,schemaPath:"#/$defs/member/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
for(const key1 in data3){
if(!((((((((key1 === "name") || (key1 === "type")) || (key1 === "count")) || (key1 === "index")) || (key1 === "size")) || (key1 === "align")) || (key1 === "to")) || (key1 === "doc"))){
const err25 = {instancePath:instancePath+"/members/" + i0,schemaPath:"#/$defs/member/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data3.name !== undefined){
let data9 = data3.name;
if(typeof data9 === "string"){
if(data9.length > 128){
const err26 = {instancePath:instancePath+"/members/" + i0+"/name",schemaPath:"#/$defs/member/properties/name/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(!pattern5.test(data9)){
const err27 = {instancePath:instancePath+"/members/" + i0+"/name",schemaPath:"#/$defs/member/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/members/" + i0+"/name",schemaPath:"#/$defs/member/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data3.type !== undefined){
let data10 = data3.type;
if(typeof data10 === "string"){
if(data10.length > 140){
const err29 = {instancePath:instancePath+"/members/" + i0+"/type",schemaPath:"#/$defs/member/properties/type/maxLength",keyword:"maxLength",params:{limit: 140},message:"must NOT have more than 140 characters"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(!pattern21.test(data10)){
const err30 = {instancePath:instancePath+"/members/" + i0+"/type",schemaPath:"#/$defs/member/properties/type/pattern",keyword:"pattern",params:{pattern: "^(u8|u16|u32|u64|u128|s8|s16|s32|s64|bool|pointer|opaque|struct [A-Za-z_]\\w*)$"},message:"must match pattern \""+"^(u8|u16|u32|u64|u128|s8|s16|s32|s64|bool|pointer|opaque|struct [A-Za-z_]\\w*)$"+"\""};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/members/" + i0+"/type",schemaPath:"#/$defs/member/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data3.count !== undefined){
let data11 = data3.count;
if((!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))) && (typeof data11 !== "string")){
const err32 = {instancePath:instancePath+"/members/" + i0+"/count",schemaPath:"#/$defs/member/properties/count/type",keyword:"type",params:{type: schema40.properties.count.type},message:"must be integer,string"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 16777216 || isNaN(data11)){
const err33 = {instancePath:instancePath+"/members/" + i0+"/count",schemaPath:"#/$defs/member/properties/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 16777216},message:"must be <= 16777216"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(data11 < 1 || isNaN(data11)){
const err34 = {instancePath:instancePath+"/members/" + i0+"/count",schemaPath:"#/$defs/member/properties/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(typeof data11 === "string"){
if(!pattern5.test(data11)){
const err35 = {instancePath:instancePath+"/members/" + i0+"/count",schemaPath:"#/$defs/member/properties/count/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
if(data3.index !== undefined){
let data12 = data3.index;
if(typeof data12 !== "string"){
const err36 = {instancePath:instancePath+"/members/" + i0+"/index",schemaPath:"#/$defs/member/properties/index/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(!(((data12 === "gpr") || (data12 === "fpr")) || (data12 === "sysreg"))){
const err37 = {instancePath:instancePath+"/members/" + i0+"/index",schemaPath:"#/$defs/member/properties/index/enum",keyword:"enum",params:{allowedValues: schema40.properties.index.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data3.size !== undefined){
let data13 = data3.size;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err38 = {instancePath:instancePath+"/members/" + i0+"/size",schemaPath:"#/$defs/member/properties/size/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 16777216 || isNaN(data13)){
const err39 = {instancePath:instancePath+"/members/" + i0+"/size",schemaPath:"#/$defs/member/properties/size/maximum",keyword:"maximum",params:{comparison: "<=", limit: 16777216},message:"must be <= 16777216"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(data13 < 1 || isNaN(data13)){
const err40 = {instancePath:instancePath+"/members/" + i0+"/size",schemaPath:"#/$defs/member/properties/size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
if(data3.align !== undefined){
let data14 = data3.align;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err41 = {instancePath:instancePath+"/members/" + i0+"/align",schemaPath:"#/$defs/member/properties/align/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(!(((((data14 === 1) || (data14 === 2)) || (data14 === 4)) || (data14 === 8)) || (data14 === 16))){
const err42 = {instancePath:instancePath+"/members/" + i0+"/align",schemaPath:"#/$defs/member/properties/align/enum",keyword:"enum",params:{allowedValues: schema40.properties.align.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data3.to !== undefined){
let data15 = data3.to;
if(typeof data15 === "string"){
if(data15.length > 140){
const err43 = {instancePath:instancePath+"/members/" + i0+"/to",schemaPath:"#/$defs/member/properties/to/maxLength",keyword:"maxLength",params:{limit: 140},message:"must NOT have more than 140 characters"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(!pattern23.test(data15)){
const err44 = {instancePath:instancePath+"/members/" + i0+"/to",schemaPath:"#/$defs/member/properties/to/pattern",keyword:"pattern",params:{pattern: "^(u8|u16|u32|u64|u128|s8|s16|s32|s64|bool|void|struct [A-Za-z_]\\w*)$"},message:"must match pattern \""+"^(u8|u16|u32|u64|u128|s8|s16|s32|s64|bool|void|struct [A-Za-z_]\\w*)$"+"\""};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
else {
const err45 = {instancePath:instancePath+"/members/" + i0+"/to",schemaPath:"#/$defs/member/properties/to/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data3.doc !== undefined){
let data16 = data3.doc;
if(typeof data16 === "string"){
if(data16.length < 1){
const err46 = {instancePath:instancePath+"/members/" + i0+"/doc",schemaPath:"#/$defs/member/properties/doc/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
else {
const err47 = {instancePath:instancePath+"/members/" + i0+"/doc",schemaPath:"#/$defs/member/properties/doc/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/members/" + i0,schemaPath:"#/$defs/member/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
else {
const err49 = {instancePath:instancePath+"/members",schemaPath:"#/properties/members/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
else {
const err50 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
validate26.errors = vErrors;
return errors === 0;
}
validate26.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://worldswitch.dev/schema/language/structs.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate25.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.$schema === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "$schema"},message:"must have required property '"+"$schema"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.structs === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "structs"},message:"must have required property '"+"structs"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "$schema") || (key0 === "structs"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.$schema !== undefined){
let data0 = data.$schema;
if(typeof data0 === "string"){
if(!pattern18.test(data0)){
const err3 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/pattern",keyword:"pattern",params:{pattern: "(^|/)structs\\.schema\\.json$"},message:"must match pattern \""+"(^|/)structs\\.schema\\.json$"+"\""};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.structs !== undefined){
let data1 = data.structs;
if(Array.isArray(data1)){
if(data1.length < 1){
const err5 = {instancePath:instancePath+"/structs",schemaPath:"#/properties/structs/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate26(data1[i0], {instancePath:instancePath+"/structs/" + i0,parentData:data1,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath:instancePath+"/structs",schemaPath:"#/properties/structs/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate25.errors = vErrors;
return errors === 0;
}
validate25.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const validateSysregOrder = validate28;
const schema41 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://worldswitch.dev/schema/language/sysreg-order.schema.json","type":"object","additionalProperties":false,"required":["$schema","storage","sentinel","count","registers"],"properties":{"$schema":{"type":"string","pattern":"(^|/)sysreg-order\\.schema\\.json$","$comment":"the path of sysreg-order.schema.json, such as \"../language/sysreg-order.schema.json\""},"storage":{"type":"object","additionalProperties":false,"required":["struct","member"],"properties":{"struct":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"member":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"}}},"sentinel":{"type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"doc":{"type":"string","minLength":1}}},"count":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"registers":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/register"}}},"$defs":{"register":{"type":"object","additionalProperties":false,"required":["name","groups"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register's name in the manual's spelling, such as SCTLR_EL1"},"via":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register's name in the manual's spelling, such as SCTLR_EL1"},"groups":{"type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a group's name"}},"waive":{"$ref":"#/$defs/waive"}}},"waive":{"type":"array","minItems":1,"items":{"type":"object","additionalProperties":false,"required":["code","because"],"properties":{"code":{"type":"string","pattern":"^WS[0-9]{3}$","$comment":"a finding's code such as WS305"},"because":{"type":"string","minLength":1}}}}}};
const pattern24 = new RegExp("(^|/)sysreg-order\\.schema\\.json$", "u");
const schema42 = {"type":"object","additionalProperties":false,"required":["name","groups"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register's name in the manual's spelling, such as SCTLR_EL1"},"via":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register's name in the manual's spelling, such as SCTLR_EL1"},"groups":{"type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a group's name"}},"waive":{"$ref":"#/$defs/waive"}}};
const schema43 = {"type":"array","minItems":1,"items":{"type":"object","additionalProperties":false,"required":["code","because"],"properties":{"code":{"type":"string","pattern":"^WS[0-9]{3}$","$comment":"a finding's code such as WS305"},"because":{"type":"string","minLength":1}}}};
const pattern29 = new RegExp("^[A-Za-z][A-Za-z0-9_]*$", "u");

function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate29.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.groups === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "groups"},message:"must have required property '"+"groups"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "name") || (key0 === "via")) || (key0 === "groups")) || (key0 === "waive"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(data0.length > 64){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern29.test(data0)){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.via !== undefined){
let data1 = data.via;
if(typeof data1 === "string"){
if(data1.length > 64){
const err6 = {instancePath:instancePath+"/via",schemaPath:"#/properties/via/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!pattern29.test(data1)){
const err7 = {instancePath:instancePath+"/via",schemaPath:"#/properties/via/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/via",schemaPath:"#/properties/via/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.groups !== undefined){
let data2 = data.groups;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 === "string"){
if(data3.length > 128){
const err9 = {instancePath:instancePath+"/groups/" + i0,schemaPath:"#/properties/groups/items/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!pattern5.test(data3)){
const err10 = {instancePath:instancePath+"/groups/" + i0,schemaPath:"#/properties/groups/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/groups/" + i0,schemaPath:"#/properties/groups/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
let i1 = data2.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data2[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err12 = {instancePath:instancePath+"/groups",schemaPath:"#/properties/groups/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err13 = {instancePath:instancePath+"/groups",schemaPath:"#/properties/groups/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.waive !== undefined){
let data4 = data.waive;
if(Array.isArray(data4)){
if(data4.length < 1){
const err14 = {instancePath:instancePath+"/waive",schemaPath:"#/$defs/waive/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
const len1 = data4.length;
for(let i2=0; i2<len1; i2++){
let data5 = data4[i2];
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.code === undefined){
const err15 = {instancePath:instancePath+"/waive/" + i2,schemaPath:"#/$defs/waive/items/required",keyword:"required",params:{missingProperty: "code"},message:"must have required property '"+"code"+"'"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data5.because === undefined){
const err16 = {instancePath:instancePath+"/waive/" + i2,schemaPath:"#/$defs/waive/items/required",keyword:"required",params:{missingProperty: "because"},message:"must have required property '"+"because"+"'"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
for(const key1 in data5){
if(!((key1 === "code") || (key1 === "because"))){
const err17 = {instancePath:instancePath+"/waive/" + i2,schemaPath:"#/$defs/waive/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data5.code !== undefined){
let data6 = data5.code;
if(typeof data6 === "string"){
if(!pattern8.test(data6)){
const err18 = {instancePath:instancePath+"/waive/" + i2+"/code",schemaPath:"#/$defs/waive/items/properties/code/pattern",keyword:"pattern",params:{pattern: "^WS[0-9]{3}$"},message:"must match pattern \""+"^WS[0-9]{3}$"+"\""};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/waive/" + i2+"/code",schemaPath:"#/$defs/waive/items/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data5.because !== undefined){
let data7 = data5.because;
if(typeof data7 === "string"){
if(data7.length < 1){
const err20 = {instancePath:instancePath+"/waive/" + i2+"/because",schemaPath:"#/$defs/waive/items/properties/because/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/waive/" + i2+"/because",schemaPath:"#/$defs/waive/items/properties/because/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/waive/" + i2,schemaPath:"#/$defs/waive/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/waive",schemaPath:"#/$defs/waive/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
validate29.errors = vErrors;
return errors === 0;
}
validate29.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://worldswitch.dev/schema/language/sysreg-order.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate28.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.$schema === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "$schema"},message:"must have required property '"+"$schema"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.storage === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "storage"},message:"must have required property '"+"storage"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.sentinel === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "sentinel"},message:"must have required property '"+"sentinel"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.count === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "count"},message:"must have required property '"+"count"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.registers === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "registers"},message:"must have required property '"+"registers"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "$schema") || (key0 === "storage")) || (key0 === "sentinel")) || (key0 === "count")) || (key0 === "registers"))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.$schema !== undefined){
let data0 = data.$schema;
if(typeof data0 === "string"){
if(!pattern24.test(data0)){
const err6 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/pattern",keyword:"pattern",params:{pattern: "(^|/)sysreg-order\\.schema\\.json$"},message:"must match pattern \""+"(^|/)sysreg-order\\.schema\\.json$"+"\""};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.storage !== undefined){
let data1 = data.storage;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.struct === undefined){
const err8 = {instancePath:instancePath+"/storage",schemaPath:"#/properties/storage/required",keyword:"required",params:{missingProperty: "struct"},message:"must have required property '"+"struct"+"'"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data1.member === undefined){
const err9 = {instancePath:instancePath+"/storage",schemaPath:"#/properties/storage/required",keyword:"required",params:{missingProperty: "member"},message:"must have required property '"+"member"+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key1 in data1){
if(!((key1 === "struct") || (key1 === "member"))){
const err10 = {instancePath:instancePath+"/storage",schemaPath:"#/properties/storage/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data1.struct !== undefined){
let data2 = data1.struct;
if(typeof data2 === "string"){
if(data2.length > 128){
const err11 = {instancePath:instancePath+"/storage/struct",schemaPath:"#/properties/storage/properties/struct/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!pattern5.test(data2)){
const err12 = {instancePath:instancePath+"/storage/struct",schemaPath:"#/properties/storage/properties/struct/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/storage/struct",schemaPath:"#/properties/storage/properties/struct/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data1.member !== undefined){
let data3 = data1.member;
if(typeof data3 === "string"){
if(data3.length > 128){
const err14 = {instancePath:instancePath+"/storage/member",schemaPath:"#/properties/storage/properties/member/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!pattern5.test(data3)){
const err15 = {instancePath:instancePath+"/storage/member",schemaPath:"#/properties/storage/properties/member/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/storage/member",schemaPath:"#/properties/storage/properties/member/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/storage",schemaPath:"#/properties/storage/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.sentinel !== undefined){
let data4 = data.sentinel;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.name === undefined){
const err18 = {instancePath:instancePath+"/sentinel",schemaPath:"#/properties/sentinel/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
for(const key2 in data4){
if(!((key2 === "name") || (key2 === "doc"))){
const err19 = {instancePath:instancePath+"/sentinel",schemaPath:"#/properties/sentinel/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data4.name !== undefined){
let data5 = data4.name;
if(typeof data5 === "string"){
if(data5.length > 128){
const err20 = {instancePath:instancePath+"/sentinel/name",schemaPath:"#/properties/sentinel/properties/name/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(!pattern5.test(data5)){
const err21 = {instancePath:instancePath+"/sentinel/name",schemaPath:"#/properties/sentinel/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/sentinel/name",schemaPath:"#/properties/sentinel/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data4.doc !== undefined){
let data6 = data4.doc;
if(typeof data6 === "string"){
if(data6.length < 1){
const err23 = {instancePath:instancePath+"/sentinel/doc",schemaPath:"#/properties/sentinel/properties/doc/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/sentinel/doc",schemaPath:"#/properties/sentinel/properties/doc/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/sentinel",schemaPath:"#/properties/sentinel/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.count !== undefined){
let data7 = data.count;
if(typeof data7 === "string"){
if(data7.length > 128){
const err26 = {instancePath:instancePath+"/count",schemaPath:"#/properties/count/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(!pattern5.test(data7)){
const err27 = {instancePath:instancePath+"/count",schemaPath:"#/properties/count/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/count",schemaPath:"#/properties/count/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.registers !== undefined){
let data8 = data.registers;
if(Array.isArray(data8)){
if(data8.length < 1){
const err29 = {instancePath:instancePath+"/registers",schemaPath:"#/properties/registers/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
if(!(validate29(data8[i0], {instancePath:instancePath+"/registers/" + i0,parentData:data8,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
}
}
else {
const err30 = {instancePath:instancePath+"/registers",schemaPath:"#/properties/registers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
validate28.errors = vErrors;
return errors === 0;
}
validate28.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const validateSysregs = validate31;
const schema44 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://worldswitch.dev/schema/language/sysregs.schema.json","type":"object","additionalProperties":false,"required":["$schema","group","title","registers"],"properties":{"$schema":{"type":"string"},"group":{"type":"string","pattern":"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},"title":{"type":"string","minLength":1},"registers":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/register"}}},"$defs":{"register":{"type":"object","additionalProperties":false,"required":["name","title","encoding","width","since"],"dependentSchemas":{"fields":{"properties":{"sameFieldsAs":false,"aliasOf":false}}},"dependentRequired":{"fieldsWhen":["fields"]},"properties":{"name":{"$ref":"#/$defs/registerName"},"title":{"type":"string","minLength":1},"section":{"type":"string","pattern":"^[A-Z]\\d+(\\.\\d+)*$"},"note":{"type":"string","minLength":1},"encoding":{"type":"object","additionalProperties":false,"required":["op0","op1","CRn","CRm","op2"],"properties":{"op0":{"type":"integer","minimum":2,"maximum":3},"op1":{"type":"integer","minimum":0,"maximum":7},"CRn":{"type":"integer","minimum":0,"maximum":15},"CRm":{"type":"integer","minimum":0,"maximum":15},"op2":{"type":"integer","minimum":0,"maximum":7}}},"width":{"type":"integer","enum":[32,64]},"since":{"type":"string","enum":["armv8-a","armv8.1-a","armv8.2-a","armv8.3-a","armv8.4-a","armv8.5-a","armv8.6-a"]},"extension":{"type":"string","pattern":"^[a-z][a-z0-9]*$"},"feature":{"type":"string","pattern":"^(FEAT_[A-Za-z0-9_]+|GICv3)$"},"read":{"$ref":"#/$defs/exceptionLevel"},"write":{"$ref":"#/$defs/exceptionLevel"},"aliasOf":{"$ref":"#/$defs/registerName"},"readsAtEL1":{"$ref":"#/$defs/registerName"},"sharesEncodingWith":{"type":"object","additionalProperties":false,"required":["name","because"],"properties":{"name":{"$ref":"#/$defs/registerName"},"because":{"type":"string","enum":["direction","renamed"]}}},"reset":{"type":"string","pattern":"^0x(0|[1-9a-f][0-9a-f]{0,15})$"},"effects":{"type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/$defs/effect"}},"fields":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/field"}},"sameFieldsAs":{"$ref":"#/$defs/registerName"},"fieldsWhen":{"type":"array","minItems":1,"items":{"type":"object","additionalProperties":false,"required":["when"],"oneOf":[{"required":["fields"],"properties":{"fields":true}},{"required":["sameFieldsAs"],"properties":{"sameFieldsAs":true}}],"properties":{"when":{"type":"string","minLength":1},"fields":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/field"}},"sameFieldsAs":{"$ref":"#/$defs/registerName"}}}}}},"registerName":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$"},"exceptionLevel":{"type":"integer","minimum":0,"maximum":2},"effect":{"type":"string","enum":["translation","traps","pstate","stack-pointer","interrupts","timer","constant","debug"]},"field":{"type":"object","additionalProperties":false,"required":["bits"],"oneOf":[{"required":["name"],"properties":{"name":true}},{"required":["reserved"],"properties":{"reserved":true}}],"dependentSchemas":{"reserved":{"properties":{"values":false}}},"properties":{"name":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$"},"bits":{"type":"string","pattern":"^\\d{1,3}(:\\d{1,3})?$"},"reserved":{"type":"string","enum":["RES0","RES1","RAO","RAZ","UNKNOWN","IMPDEF"]},"doc":{"type":"string","minLength":1},"values":{"type":"object","minProperties":1,"propertyNames":{"pattern":"^(0x[0-9a-f]+|0|[1-9][0-9]*)$"},"additionalProperties":{"type":"string","minLength":1}}}}}};
const pattern33 = new RegExp("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "u");
const schema45 = {"type":"object","additionalProperties":false,"required":["name","title","encoding","width","since"],"dependentSchemas":{"fields":{"properties":{"sameFieldsAs":false,"aliasOf":false}}},"dependentRequired":{"fieldsWhen":["fields"]},"properties":{"name":{"$ref":"#/$defs/registerName"},"title":{"type":"string","minLength":1},"section":{"type":"string","pattern":"^[A-Z]\\d+(\\.\\d+)*$"},"note":{"type":"string","minLength":1},"encoding":{"type":"object","additionalProperties":false,"required":["op0","op1","CRn","CRm","op2"],"properties":{"op0":{"type":"integer","minimum":2,"maximum":3},"op1":{"type":"integer","minimum":0,"maximum":7},"CRn":{"type":"integer","minimum":0,"maximum":15},"CRm":{"type":"integer","minimum":0,"maximum":15},"op2":{"type":"integer","minimum":0,"maximum":7}}},"width":{"type":"integer","enum":[32,64]},"since":{"type":"string","enum":["armv8-a","armv8.1-a","armv8.2-a","armv8.3-a","armv8.4-a","armv8.5-a","armv8.6-a"]},"extension":{"type":"string","pattern":"^[a-z][a-z0-9]*$"},"feature":{"type":"string","pattern":"^(FEAT_[A-Za-z0-9_]+|GICv3)$"},"read":{"$ref":"#/$defs/exceptionLevel"},"write":{"$ref":"#/$defs/exceptionLevel"},"aliasOf":{"$ref":"#/$defs/registerName"},"readsAtEL1":{"$ref":"#/$defs/registerName"},"sharesEncodingWith":{"type":"object","additionalProperties":false,"required":["name","because"],"properties":{"name":{"$ref":"#/$defs/registerName"},"because":{"type":"string","enum":["direction","renamed"]}}},"reset":{"type":"string","pattern":"^0x(0|[1-9a-f][0-9a-f]{0,15})$"},"effects":{"type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/$defs/effect"}},"fields":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/field"}},"sameFieldsAs":{"$ref":"#/$defs/registerName"},"fieldsWhen":{"type":"array","minItems":1,"items":{"type":"object","additionalProperties":false,"required":["when"],"oneOf":[{"required":["fields"],"properties":{"fields":true}},{"required":["sameFieldsAs"],"properties":{"sameFieldsAs":true}}],"properties":{"when":{"type":"string","minLength":1},"fields":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/field"}},"sameFieldsAs":{"$ref":"#/$defs/registerName"}}}}}};
const schema46 = {"type":"string","pattern":"^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$"};
const schema47 = {"type":"integer","minimum":0,"maximum":2};
const schema52 = {"type":"string","enum":["translation","traps","pstate","stack-pointer","interrupts","timer","constant","debug"]};
const schema53 = {"type":"object","additionalProperties":false,"required":["bits"],"oneOf":[{"required":["name"],"properties":{"name":true}},{"required":["reserved"],"properties":{"reserved":true}}],"dependentSchemas":{"reserved":{"properties":{"values":false}}},"properties":{"name":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$"},"bits":{"type":"string","pattern":"^\\d{1,3}(:\\d{1,3})?$"},"reserved":{"type":"string","enum":["RES0","RES1","RAO","RAZ","UNKNOWN","IMPDEF"]},"doc":{"type":"string","minLength":1},"values":{"type":"object","minProperties":1,"propertyNames":{"pattern":"^(0x[0-9a-f]+|0|[1-9][0-9]*)$"},"additionalProperties":{"type":"string","minLength":1}}}};
const func1 = Object.prototype.hasOwnProperty;
const func0 = Object.is;
const pattern34 = new RegExp("^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$", "u");
const pattern35 = new RegExp("^[A-Z]\\d+(\\.\\d+)*$", "u");
const pattern36 = new RegExp("^[a-z][a-z0-9]*$", "u");
const pattern37 = new RegExp("^(FEAT_[A-Za-z0-9_]+|GICv3)$", "u");
const pattern41 = new RegExp("^0x(0|[1-9a-f][0-9a-f]{0,15})$", "u");
const pattern43 = new RegExp("^\\d{1,3}(:\\d{1,3})?$", "u");
const pattern44 = new RegExp("^(0x[0-9a-f]+|0|[1-9][0-9]*)$", "u");

function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate32.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.title === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "title"},message:"must have required property '"+"title"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.encoding === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "encoding"},message:"must have required property '"+"encoding"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.width === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "width"},message:"must have required property '"+"width"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.since === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "since"},message:"must have required property '"+"since"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema45.properties, key0))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(!pattern34.test(data0)){
const err6 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/registerName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/registerName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.title !== undefined){
let data1 = data.title;
if(typeof data1 === "string"){
if(data1.length < 1){
const err8 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.section !== undefined){
let data2 = data.section;
if(typeof data2 === "string"){
if(!pattern35.test(data2)){
const err10 = {instancePath:instancePath+"/section",schemaPath:"#/properties/section/pattern",keyword:"pattern",params:{pattern: "^[A-Z]\\d+(\\.\\d+)*$"},message:"must match pattern \""+"^[A-Z]\\d+(\\.\\d+)*$"+"\""};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/section",schemaPath:"#/properties/section/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.note !== undefined){
let data3 = data.note;
if(typeof data3 === "string"){
if(data3.length < 1){
const err12 = {instancePath:instancePath+"/note",schemaPath:"#/properties/note/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/note",schemaPath:"#/properties/note/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.encoding !== undefined){
let data4 = data.encoding;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.op0 === undefined){
const err14 = {instancePath:instancePath+"/encoding",schemaPath:"#/properties/encoding/required",keyword:"required",params:{missingProperty: "op0"},message:"must have required property '"+"op0"+"'"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data4.op1 === undefined){
const err15 = {instancePath:instancePath+"/encoding",schemaPath:"#/properties/encoding/required",keyword:"required",params:{missingProperty: "op1"},message:"must have required property '"+"op1"+"'"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data4.CRn === undefined){
const err16 = {instancePath:instancePath+"/encoding",schemaPath:"#/properties/encoding/required",keyword:"required",params:{missingProperty: "CRn"},message:"must have required property '"+"CRn"+"'"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data4.CRm === undefined){
const err17 = {instancePath:instancePath+"/encoding",schemaPath:"#/properties/encoding/required",keyword:"required",params:{missingProperty: "CRm"},message:"must have required property '"+"CRm"+"'"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data4.op2 === undefined){
const err18 = {instancePath:instancePath+"/encoding",schemaPath:"#/properties/encoding/required",keyword:"required",params:{missingProperty: "op2"},message:"must have required property '"+"op2"+"'"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
for(const key1 in data4){
if(!(((((key1 === "op0") || (key1 === "op1")) || (key1 === "CRn")) || (key1 === "CRm")) || (key1 === "op2"))){
const err19 = {instancePath:instancePath+"/encoding",schemaPath:"#/properties/encoding/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data4.op0 !== undefined){
let data5 = data4.op0;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err20 = {instancePath:instancePath+"/encoding/op0",schemaPath:"#/properties/encoding/properties/op0/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 3 || isNaN(data5)){
const err21 = {instancePath:instancePath+"/encoding/op0",schemaPath:"#/properties/encoding/properties/op0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3},message:"must be <= 3"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data5 < 2 || isNaN(data5)){
const err22 = {instancePath:instancePath+"/encoding/op0",schemaPath:"#/properties/encoding/properties/op0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2},message:"must be >= 2"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
if(data4.op1 !== undefined){
let data6 = data4.op1;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err23 = {instancePath:instancePath+"/encoding/op1",schemaPath:"#/properties/encoding/properties/op1/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 7 || isNaN(data6)){
const err24 = {instancePath:instancePath+"/encoding/op1",schemaPath:"#/properties/encoding/properties/op1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 7},message:"must be <= 7"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data6 < 0 || isNaN(data6)){
const err25 = {instancePath:instancePath+"/encoding/op1",schemaPath:"#/properties/encoding/properties/op1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
if(data4.CRn !== undefined){
let data7 = data4.CRn;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err26 = {instancePath:instancePath+"/encoding/CRn",schemaPath:"#/properties/encoding/properties/CRn/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 15 || isNaN(data7)){
const err27 = {instancePath:instancePath+"/encoding/CRn",schemaPath:"#/properties/encoding/properties/CRn/maximum",keyword:"maximum",params:{comparison: "<=", limit: 15},message:"must be <= 15"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data7 < 0 || isNaN(data7)){
const err28 = {instancePath:instancePath+"/encoding/CRn",schemaPath:"#/properties/encoding/properties/CRn/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
if(data4.CRm !== undefined){
let data8 = data4.CRm;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
const err29 = {instancePath:instancePath+"/encoding/CRm",schemaPath:"#/properties/encoding/properties/CRm/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 15 || isNaN(data8)){
const err30 = {instancePath:instancePath+"/encoding/CRm",schemaPath:"#/properties/encoding/properties/CRm/maximum",keyword:"maximum",params:{comparison: "<=", limit: 15},message:"must be <= 15"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data8 < 0 || isNaN(data8)){
const err31 = {instancePath:instancePath+"/encoding/CRm",schemaPath:"#/properties/encoding/properties/CRm/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
if(data4.op2 !== undefined){
let data9 = data4.op2;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err32 = {instancePath:instancePath+"/encoding/op2",schemaPath:"#/properties/encoding/properties/op2/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 7 || isNaN(data9)){
const err33 = {instancePath:instancePath+"/encoding/op2",schemaPath:"#/properties/encoding/properties/op2/maximum",keyword:"maximum",params:{comparison: "<=", limit: 7},message:"must be <= 7"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(data9 < 0 || isNaN(data9)){
const err34 = {instancePath:instancePath+"/encoding/op2",schemaPath:"#/properties/encoding/properties/op2/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
}
else {
const err35 = {instancePath:instancePath+"/encoding",schemaPath:"#/properties/encoding/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.width !== undefined){
let data10 = data.width;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err36 = {instancePath:instancePath+"/width",schemaPath:"#/properties/width/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(!((data10 === 32) || (data10 === 64))){
const err37 = {instancePath:instancePath+"/width",schemaPath:"#/properties/width/enum",keyword:"enum",params:{allowedValues: schema45.properties.width.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.since !== undefined){
let data11 = data.since;
if(typeof data11 !== "string"){
const err38 = {instancePath:instancePath+"/since",schemaPath:"#/properties/since/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(!(((((((data11 === "armv8-a") || (data11 === "armv8.1-a")) || (data11 === "armv8.2-a")) || (data11 === "armv8.3-a")) || (data11 === "armv8.4-a")) || (data11 === "armv8.5-a")) || (data11 === "armv8.6-a"))){
const err39 = {instancePath:instancePath+"/since",schemaPath:"#/properties/since/enum",keyword:"enum",params:{allowedValues: schema45.properties.since.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.extension !== undefined){
let data12 = data.extension;
if(typeof data12 === "string"){
if(!pattern36.test(data12)){
const err40 = {instancePath:instancePath+"/extension",schemaPath:"#/properties/extension/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*$"+"\""};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
else {
const err41 = {instancePath:instancePath+"/extension",schemaPath:"#/properties/extension/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data.feature !== undefined){
let data13 = data.feature;
if(typeof data13 === "string"){
if(!pattern37.test(data13)){
const err42 = {instancePath:instancePath+"/feature",schemaPath:"#/properties/feature/pattern",keyword:"pattern",params:{pattern: "^(FEAT_[A-Za-z0-9_]+|GICv3)$"},message:"must match pattern \""+"^(FEAT_[A-Za-z0-9_]+|GICv3)$"+"\""};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/feature",schemaPath:"#/properties/feature/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data.read !== undefined){
let data14 = data.read;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err44 = {instancePath:instancePath+"/read",schemaPath:"#/$defs/exceptionLevel/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 2 || isNaN(data14)){
const err45 = {instancePath:instancePath+"/read",schemaPath:"#/$defs/exceptionLevel/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2},message:"must be <= 2"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data14 < 0 || isNaN(data14)){
const err46 = {instancePath:instancePath+"/read",schemaPath:"#/$defs/exceptionLevel/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
if(data.write !== undefined){
let data15 = data.write;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err47 = {instancePath:instancePath+"/write",schemaPath:"#/$defs/exceptionLevel/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 2 || isNaN(data15)){
const err48 = {instancePath:instancePath+"/write",schemaPath:"#/$defs/exceptionLevel/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2},message:"must be <= 2"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(data15 < 0 || isNaN(data15)){
const err49 = {instancePath:instancePath+"/write",schemaPath:"#/$defs/exceptionLevel/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
if(data.aliasOf !== undefined){
let data16 = data.aliasOf;
if(typeof data16 === "string"){
if(!pattern34.test(data16)){
const err50 = {instancePath:instancePath+"/aliasOf",schemaPath:"#/$defs/registerName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
else {
const err51 = {instancePath:instancePath+"/aliasOf",schemaPath:"#/$defs/registerName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data.readsAtEL1 !== undefined){
let data17 = data.readsAtEL1;
if(typeof data17 === "string"){
if(!pattern34.test(data17)){
const err52 = {instancePath:instancePath+"/readsAtEL1",schemaPath:"#/$defs/registerName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
else {
const err53 = {instancePath:instancePath+"/readsAtEL1",schemaPath:"#/$defs/registerName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data.sharesEncodingWith !== undefined){
let data18 = data.sharesEncodingWith;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
if(data18.name === undefined){
const err54 = {instancePath:instancePath+"/sharesEncodingWith",schemaPath:"#/properties/sharesEncodingWith/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(data18.because === undefined){
const err55 = {instancePath:instancePath+"/sharesEncodingWith",schemaPath:"#/properties/sharesEncodingWith/required",keyword:"required",params:{missingProperty: "because"},message:"must have required property '"+"because"+"'"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
for(const key2 in data18){
if(!((key2 === "name") || (key2 === "because"))){
const err56 = {instancePath:instancePath+"/sharesEncodingWith",schemaPath:"#/properties/sharesEncodingWith/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data18.name !== undefined){
let data19 = data18.name;
if(typeof data19 === "string"){
if(!pattern34.test(data19)){
const err57 = {instancePath:instancePath+"/sharesEncodingWith/name",schemaPath:"#/$defs/registerName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
else {
const err58 = {instancePath:instancePath+"/sharesEncodingWith/name",schemaPath:"#/$defs/registerName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data18.because !== undefined){
let data20 = data18.because;
if(typeof data20 !== "string"){
const err59 = {instancePath:instancePath+"/sharesEncodingWith/because",schemaPath:"#/properties/sharesEncodingWith/properties/because/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(!((data20 === "direction") || (data20 === "renamed"))){
const err60 = {instancePath:instancePath+"/sharesEncodingWith/because",schemaPath:"#/properties/sharesEncodingWith/properties/because/enum",keyword:"enum",params:{allowedValues: schema45.properties.sharesEncodingWith.properties.because.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
else {
const err61 = {instancePath:instancePath+"/sharesEncodingWith",schemaPath:"#/properties/sharesEncodingWith/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data.reset !== undefined){
let data21 = data.reset;
if(typeof data21 === "string"){
if(!pattern41.test(data21)){
const err62 = {instancePath:instancePath+"/reset",schemaPath:"#/properties/reset/pattern",keyword:"pattern",params:{pattern: "^0x(0|[1-9a-f][0-9a-f]{0,15})$"},message:"must match pattern \""+"^0x(0|[1-9a-f][0-9a-f]{0,15})$"+"\""};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
else {
const err63 = {instancePath:instancePath+"/reset",schemaPath:"#/properties/reset/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data.effects !== undefined){
let data22 = data.effects;
if(Array.isArray(data22)){
if(data22.length < 1){
const err64 = {instancePath:instancePath+"/effects",schemaPath:"#/properties/effects/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
const len0 = data22.length;
for(let i0=0; i0<len0; i0++){
let data23 = data22[i0];
if(typeof data23 !== "string"){
const err65 = {instancePath:instancePath+"/effects/" + i0,schemaPath:"#/$defs/effect/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(!((((((((data23 === "translation") || (data23 === "traps")) || (data23 === "pstate")) || (data23 === "stack-pointer")) || (data23 === "interrupts")) || (data23 === "timer")) || (data23 === "constant")) || (data23 === "debug"))){
const err66 = {instancePath:instancePath+"/effects/" + i0,schemaPath:"#/$defs/effect/enum",keyword:"enum",params:{allowedValues: schema52.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
let i1 = data22.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data22[i1], data22[j0])){
const err67 = {instancePath:instancePath+"/effects",schemaPath:"#/properties/effects/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err68 = {instancePath:instancePath+"/effects",schemaPath:"#/properties/effects/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data.fields !== undefined){
let data24 = data.fields;
if(Array.isArray(data24)){
if(data24.length < 1){
const err69 = {instancePath:instancePath+"/fields",schemaPath:"#/properties/fields/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
const len1 = data24.length;
for(let i2=0; i2<len1; i2++){
let data25 = data24[i2];
const _errs64 = errors;
let valid16 = false;
let passing0 = null;
const _errs65 = errors;
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(data25.name === undefined){
const err70 = {instancePath:instancePath+"/fields/" + i2,schemaPath:"#/$defs/field/oneOf/0/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
var _valid0 = _errs65 === errors;
if(_valid0){
valid16 = true;
passing0 = 0;
var props0 = {};
props0.name = true;
}
const _errs66 = errors;
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(data25.reserved === undefined){
const err71 = {instancePath:instancePath+"/fields/" + i2,schemaPath:"#/$defs/field/oneOf/1/required",keyword:"required",params:{missingProperty: "reserved"},message:"must have required property '"+"reserved"+"'"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
var _valid0 = _errs66 === errors;
if(_valid0 && valid16){
valid16 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid16 = true;
passing0 = 1;
if(props0 !== true){
props0 = props0 || {};
props0.reserved = true;
}
}
}
if(!valid16){
const err72 = {instancePath:instancePath+"/fields/" + i2,schemaPath:"#/$defs/field/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
else {
errors = _errs64;
if(vErrors !== null){
if(_errs64){
vErrors.length = _errs64;
}
else {
vErrors = null;
}
}
}
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(data25.bits === undefined){
const err73 = {instancePath:instancePath+"/fields/" + i2,schemaPath:"#/$defs/field/required",keyword:"required",params:{missingProperty: "bits"},message:"must have required property '"+"bits"+"'"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
for(const key3 in data25){
if(!(((((key3 === "name") || (key3 === "bits")) || (key3 === "reserved")) || (key3 === "doc")) || (key3 === "values"))){
const err74 = {instancePath:instancePath+"/fields/" + i2,schemaPath:"#/$defs/field/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data25.name !== undefined){
let data26 = data25.name;
if(typeof data26 === "string"){
if(!pattern29.test(data26)){
const err75 = {instancePath:instancePath+"/fields/" + i2+"/name",schemaPath:"#/$defs/field/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
else {
const err76 = {instancePath:instancePath+"/fields/" + i2+"/name",schemaPath:"#/$defs/field/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data25.bits !== undefined){
let data27 = data25.bits;
if(typeof data27 === "string"){
if(!pattern43.test(data27)){
const err77 = {instancePath:instancePath+"/fields/" + i2+"/bits",schemaPath:"#/$defs/field/properties/bits/pattern",keyword:"pattern",params:{pattern: "^\\d{1,3}(:\\d{1,3})?$"},message:"must match pattern \""+"^\\d{1,3}(:\\d{1,3})?$"+"\""};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
else {
const err78 = {instancePath:instancePath+"/fields/" + i2+"/bits",schemaPath:"#/$defs/field/properties/bits/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data25.reserved !== undefined){
let data28 = data25.reserved;
if(typeof data28 !== "string"){
const err79 = {instancePath:instancePath+"/fields/" + i2+"/reserved",schemaPath:"#/$defs/field/properties/reserved/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
if(!((((((data28 === "RES0") || (data28 === "RES1")) || (data28 === "RAO")) || (data28 === "RAZ")) || (data28 === "UNKNOWN")) || (data28 === "IMPDEF"))){
const err80 = {instancePath:instancePath+"/fields/" + i2+"/reserved",schemaPath:"#/$defs/field/properties/reserved/enum",keyword:"enum",params:{allowedValues: schema53.properties.reserved.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data25.doc !== undefined){
let data29 = data25.doc;
if(typeof data29 === "string"){
if(data29.length < 1){
const err81 = {instancePath:instancePath+"/fields/" + i2+"/doc",schemaPath:"#/$defs/field/properties/doc/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
else {
const err82 = {instancePath:instancePath+"/fields/" + i2+"/doc",schemaPath:"#/$defs/field/properties/doc/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data25.values !== undefined){
let data30 = data25.values;
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
if(Object.keys(data30).length < 1){
const err83 = {instancePath:instancePath+"/fields/" + i2+"/values",schemaPath:"#/$defs/field/properties/values/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
for(const key4 in data30){
const _errs78 = errors;
if(typeof key4 === "string"){
if(!pattern44.test(key4)){
const err84 = {instancePath:instancePath+"/fields/" + i2+"/values",schemaPath:"#/$defs/field/properties/values/propertyNames/pattern",keyword:"pattern",params:{pattern: "^(0x[0-9a-f]+|0|[1-9][0-9]*)$"},message:"must match pattern \""+"^(0x[0-9a-f]+|0|[1-9][0-9]*)$"+"\"",propertyName:key4};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
var valid18 = _errs78 === errors;
if(!valid18){
const err85 = {instancePath:instancePath+"/fields/" + i2+"/values",schemaPath:"#/$defs/field/properties/values/propertyNames",keyword:"propertyNames",params:{propertyName: key4},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
for(const key5 in data30){
let data31 = data30[key5];
if(typeof data31 === "string"){
if(data31.length < 1){
const err86 = {instancePath:instancePath+"/fields/" + i2+"/values/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/field/properties/values/additionalProperties/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
else {
const err87 = {instancePath:instancePath+"/fields/" + i2+"/values/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/field/properties/values/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
}
else {
const err88 = {instancePath:instancePath+"/fields/" + i2+"/values",schemaPath:"#/$defs/field/properties/values/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(data25.reserved !== undefined){
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(data25.values !== undefined){
const err89 = {instancePath:instancePath+"/fields/" + i2+"/values",schemaPath:"#/$defs/field/dependentSchemas/reserved/properties/values/false schema",keyword:"false schema",params:{},message:"boolean schema is false"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
}
}
else {
const err90 = {instancePath:instancePath+"/fields/" + i2,schemaPath:"#/$defs/field/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
}
else {
const err91 = {instancePath:instancePath+"/fields",schemaPath:"#/properties/fields/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
if(data.sameFieldsAs !== undefined){
let data33 = data.sameFieldsAs;
if(typeof data33 === "string"){
if(!pattern34.test(data33)){
const err92 = {instancePath:instancePath+"/sameFieldsAs",schemaPath:"#/$defs/registerName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
else {
const err93 = {instancePath:instancePath+"/sameFieldsAs",schemaPath:"#/$defs/registerName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data.fieldsWhen !== undefined){
let data34 = data.fieldsWhen;
if(Array.isArray(data34)){
if(data34.length < 1){
const err94 = {instancePath:instancePath+"/fieldsWhen",schemaPath:"#/properties/fieldsWhen/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
const len2 = data34.length;
for(let i3=0; i3<len2; i3++){
let data35 = data34[i3];
const _errs90 = errors;
let valid25 = false;
let passing1 = null;
const _errs91 = errors;
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
if(data35.fields === undefined){
const err95 = {instancePath:instancePath+"/fieldsWhen/" + i3,schemaPath:"#/properties/fieldsWhen/items/oneOf/0/required",keyword:"required",params:{missingProperty: "fields"},message:"must have required property '"+"fields"+"'"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
var _valid1 = _errs91 === errors;
if(_valid1){
valid25 = true;
passing1 = 0;
var props1 = {};
props1.fields = true;
}
const _errs92 = errors;
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
if(data35.sameFieldsAs === undefined){
const err96 = {instancePath:instancePath+"/fieldsWhen/" + i3,schemaPath:"#/properties/fieldsWhen/items/oneOf/1/required",keyword:"required",params:{missingProperty: "sameFieldsAs"},message:"must have required property '"+"sameFieldsAs"+"'"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
var _valid1 = _errs92 === errors;
if(_valid1 && valid25){
valid25 = false;
passing1 = [passing1, 1];
}
else {
if(_valid1){
valid25 = true;
passing1 = 1;
if(props1 !== true){
props1 = props1 || {};
props1.sameFieldsAs = true;
}
}
}
if(!valid25){
const err97 = {instancePath:instancePath+"/fieldsWhen/" + i3,schemaPath:"#/properties/fieldsWhen/items/oneOf",keyword:"oneOf",params:{passingSchemas: passing1},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
else {
errors = _errs90;
if(vErrors !== null){
if(_errs90){
vErrors.length = _errs90;
}
else {
vErrors = null;
}
}
}
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
if(data35.when === undefined){
const err98 = {instancePath:instancePath+"/fieldsWhen/" + i3,schemaPath:"#/properties/fieldsWhen/items/required",keyword:"required",params:{missingProperty: "when"},message:"must have required property '"+"when"+"'"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
for(const key6 in data35){
if(!(((key6 === "when") || (key6 === "fields")) || (key6 === "sameFieldsAs"))){
const err99 = {instancePath:instancePath+"/fieldsWhen/" + i3,schemaPath:"#/properties/fieldsWhen/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data35.when !== undefined){
let data36 = data35.when;
if(typeof data36 === "string"){
if(data36.length < 1){
const err100 = {instancePath:instancePath+"/fieldsWhen/" + i3+"/when",schemaPath:"#/properties/fieldsWhen/items/properties/when/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
else {
const err101 = {instancePath:instancePath+"/fieldsWhen/" + i3+"/when",schemaPath:"#/properties/fieldsWhen/items/properties/when/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
if(data35.fields !== undefined){
let data37 = data35.fields;
if(Array.isArray(data37)){
if(data37.length < 1){
const err102 = {instancePath:instancePath+"/fieldsWhen/" + i3+"/fields",schemaPath:"#/properties/fieldsWhen/items/properties/fields/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
const len3 = data37.length;
for(let i4=0; i4<len3; i4++){
let data38 = data37[i4];
const _errs101 = errors;
let valid30 = false;
let passing2 = null;
const _errs102 = errors;
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
if(data38.name === undefined){
const err103 = {instancePath:instancePath+"/fieldsWhen/" + i3+"/fields/" + i4,schemaPath:"#/$defs/field/oneOf/0/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
var _valid2 = _errs102 === errors;
if(_valid2){
valid30 = true;
passing2 = 0;
var props2 = {};
props2.name = true;
}
const _errs103 = errors;
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
if(data38.reserved === undefined){
const err104 = {instancePath:instancePath+"/fieldsWhen/" + i3+"/fields/" + i4,schemaPath:"#/$defs/field/oneOf/1/required",keyword:"required",params:{missingProperty: "reserved"},message:"must have required property '"+"reserved"+"'"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
var _valid2 = _errs103 === errors;
if(_valid2 && valid30){
valid30 = false;
passing2 = [passing2, 1];
}
else {
if(_valid2){
valid30 = true;
passing2 = 1;
if(props2 !== true){
props2 = props2 || {};
props2.reserved = true;
}
}
}
if(!valid30){
const err105 = {instancePath:instancePath+"/fieldsWhen/" + i3+"/fields/" + i4,schemaPath:"#/$defs/field/oneOf",keyword:"oneOf",params:{passingSchemas: passing2},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
else {
errors = _errs101;
if(vErrors !== null){
if(_errs101){
vErrors.length = _errs101;
}
else {
vErrors = null;
}
}
}
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
if(data38.bits === undefined){
const err106 = {instancePath:instancePath+"/fieldsWhen/" + i3+"/fields/" + i4,schemaPath:"#/$defs/field/required",keyword:"required",params:{missingProperty: "bits"},message:"must have required property '"+"bits"+"'"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
for(const key7 in data38){
if(!(((((key7 === "name") || (key7 === "bits")) || (key7 === "reserved")) || (key7 === "doc")) || (key7 === "values"))){
const err107 = {instancePath:instancePath+"/fieldsWhen/" + i3+"/fields/" + i4,schemaPath:"#/$defs/field/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data38.name !== undefined){
let data39 = data38.name;
if(typeof data39 === "string"){
if(!pattern29.test(data39)){
const err108 = {instancePath:instancePath+"/fieldsWhen/" + i3+"/fields/" + i4+"/name",schemaPath:"#/$defs/field/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
else {
const err109 = {instancePath:instancePath+"/fieldsWhen/" + i3+"/fields/" + i4+"/name",schemaPath:"#/$defs/field/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
if(data38.bits !== undefined){
let data40 = data38.bits;
if(typeof data40 === "string"){
if(!pattern43.test(data40)){
const err110 = {instancePath:instancePath+"/fieldsWhen/" + i3+"/fields/" + i4+"/bits",schemaPath:"#/$defs/field/properties/bits/pattern",keyword:"pattern",params:{pattern: "^\\d{1,3}(:\\d{1,3})?$"},message:"must match pattern \""+"^\\d{1,3}(:\\d{1,3})?$"+"\""};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
else {
const err111 = {instancePath:instancePath+"/fieldsWhen/" + i3+"/fields/" + i4+"/bits",schemaPath:"#/$defs/field/properties/bits/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
if(data38.reserved !== undefined){
let data41 = data38.reserved;
if(typeof data41 !== "string"){
const err112 = {instancePath:instancePath+"/fieldsWhen/" + i3+"/fields/" + i4+"/reserved",schemaPath:"#/$defs/field/properties/reserved/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
if(!((((((data41 === "RES0") || (data41 === "RES1")) || (data41 === "RAO")) || (data41 === "RAZ")) || (data41 === "UNKNOWN")) || (data41 === "IMPDEF"))){
const err113 = {instancePath:instancePath+"/fieldsWhen/" + i3+"/fields/" + i4+"/reserved",schemaPath:"#/$defs/field/properties/reserved/enum",keyword:"enum",params:{allowedValues: schema53.properties.reserved.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
if(data38.doc !== undefined){
let data42 = data38.doc;
if(typeof data42 === "string"){
if(data42.length < 1){
const err114 = {instancePath:instancePath+"/fieldsWhen/" + i3+"/fields/" + i4+"/doc",schemaPath:"#/$defs/field/properties/doc/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
else {
const err115 = {instancePath:instancePath+"/fieldsWhen/" + i3+"/fields/" + i4+"/doc",schemaPath:"#/$defs/field/properties/doc/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
if(data38.values !== undefined){
let data43 = data38.values;
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
if(Object.keys(data43).length < 1){
const err116 = {instancePath:instancePath+"/fieldsWhen/" + i3+"/fields/" + i4+"/values",schemaPath:"#/$defs/field/properties/values/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
for(const key8 in data43){
const _errs115 = errors;
if(typeof key8 === "string"){
if(!pattern44.test(key8)){
const err117 = {instancePath:instancePath+"/fieldsWhen/" + i3+"/fields/" + i4+"/values",schemaPath:"#/$defs/field/properties/values/propertyNames/pattern",keyword:"pattern",params:{pattern: "^(0x[0-9a-f]+|0|[1-9][0-9]*)$"},message:"must match pattern \""+"^(0x[0-9a-f]+|0|[1-9][0-9]*)$"+"\"",propertyName:key8};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
var valid32 = _errs115 === errors;
if(!valid32){
const err118 = {instancePath:instancePath+"/fieldsWhen/" + i3+"/fields/" + i4+"/values",schemaPath:"#/$defs/field/properties/values/propertyNames",keyword:"propertyNames",params:{propertyName: key8},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
for(const key9 in data43){
let data44 = data43[key9];
if(typeof data44 === "string"){
if(data44.length < 1){
const err119 = {instancePath:instancePath+"/fieldsWhen/" + i3+"/fields/" + i4+"/values/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/field/properties/values/additionalProperties/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
else {
const err120 = {instancePath:instancePath+"/fieldsWhen/" + i3+"/fields/" + i4+"/values/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/field/properties/values/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
}
else {
const err121 = {instancePath:instancePath+"/fieldsWhen/" + i3+"/fields/" + i4+"/values",schemaPath:"#/$defs/field/properties/values/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
if(data38.reserved !== undefined){
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
if(data38.values !== undefined){
const err122 = {instancePath:instancePath+"/fieldsWhen/" + i3+"/fields/" + i4+"/values",schemaPath:"#/$defs/field/dependentSchemas/reserved/properties/values/false schema",keyword:"false schema",params:{},message:"boolean schema is false"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
}
}
else {
const err123 = {instancePath:instancePath+"/fieldsWhen/" + i3+"/fields/" + i4,schemaPath:"#/$defs/field/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
}
else {
const err124 = {instancePath:instancePath+"/fieldsWhen/" + i3+"/fields",schemaPath:"#/properties/fieldsWhen/items/properties/fields/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
if(data35.sameFieldsAs !== undefined){
let data46 = data35.sameFieldsAs;
if(typeof data46 === "string"){
if(!pattern34.test(data46)){
const err125 = {instancePath:instancePath+"/fieldsWhen/" + i3+"/sameFieldsAs",schemaPath:"#/$defs/registerName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
else {
const err126 = {instancePath:instancePath+"/fieldsWhen/" + i3+"/sameFieldsAs",schemaPath:"#/$defs/registerName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
}
else {
const err127 = {instancePath:instancePath+"/fieldsWhen/" + i3,schemaPath:"#/properties/fieldsWhen/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
}
else {
const err128 = {instancePath:instancePath+"/fieldsWhen",schemaPath:"#/properties/fieldsWhen/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
if(data.fieldsWhen !== undefined){
if(data.fields === undefined){
const err129 = {instancePath,schemaPath:"#/dependentRequired",keyword:"dependentRequired",params:{property: "fieldsWhen",
    missingProperty: "fields",
    depsCount: 1,
    deps: "fields"},message:"must have property fields when property fieldsWhen is present"};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
if(data.fields !== undefined){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.sameFieldsAs !== undefined){
const err130 = {instancePath:instancePath+"/sameFieldsAs",schemaPath:"#/dependentSchemas/fields/properties/sameFieldsAs/false schema",keyword:"false schema",params:{},message:"boolean schema is false"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
if(data.aliasOf !== undefined){
const err131 = {instancePath:instancePath+"/aliasOf",schemaPath:"#/dependentSchemas/fields/properties/aliasOf/false schema",keyword:"false schema",params:{},message:"boolean schema is false"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
}
}
else {
const err132 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
validate32.errors = vErrors;
return errors === 0;
}
validate32.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://worldswitch.dev/schema/language/sysregs.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate31.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.$schema === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "$schema"},message:"must have required property '"+"$schema"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.group === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "group"},message:"must have required property '"+"group"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.title === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "title"},message:"must have required property '"+"title"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.registers === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "registers"},message:"must have required property '"+"registers"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "$schema") || (key0 === "group")) || (key0 === "title")) || (key0 === "registers"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.$schema !== undefined){
if(typeof data.$schema !== "string"){
const err5 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.group !== undefined){
let data1 = data.group;
if(typeof data1 === "string"){
if(!pattern33.test(data1)){
const err6 = {instancePath:instancePath+"/group",schemaPath:"#/properties/group/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/group",schemaPath:"#/properties/group/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.title !== undefined){
let data2 = data.title;
if(typeof data2 === "string"){
if(data2.length < 1){
const err8 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.registers !== undefined){
let data3 = data.registers;
if(Array.isArray(data3)){
if(data3.length < 1){
const err10 = {instancePath:instancePath+"/registers",schemaPath:"#/properties/registers/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(!(validate32(data3[i0], {instancePath:instancePath+"/registers/" + i0,parentData:data3,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
}
else {
const err11 = {instancePath:instancePath+"/registers",schemaPath:"#/properties/registers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate31.errors = vErrors;
return errors === 0;
}
validate31.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const validateWorldSwitch = validate34;
const schema57 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://worldswitch.dev/schema/language/world-switch.schema.json","type":"object","additionalProperties":false,"required":["$schema","section","registers","groups","routines","procedures","switch","contexts","traps","vm","fault","abort","panic","vectors"],"properties":{"$schema":{"type":"string","pattern":"(^|/)world-switch\\.schema\\.json$","$comment":"the path of world-switch.schema.json, such as \"../language/world-switch.schema.json\""},"section":{"type":"object","additionalProperties":false,"required":["name","alignLog2"],"properties":{"name":{"type":"string","pattern":"^\\.[A-Za-z_][A-Za-z0-9_.]*$","maxLength":100,"$comment":"a section's name such as .hyp.text"},"alignLog2":{"type":"string","minLength":1,"maxLength":1000,"$comment":"an expression such as \"(1 << VA_BITS) - 1\""}}},"registers":{"type":"object","additionalProperties":false,"required":["vcpu","exitCode","context","scratch","link"],"properties":{"vcpu":{"type":"string","pattern":"^x([0-9]|[12][0-9]|30)$","$comment":"a general-purpose register x0 to x30"},"exitCode":{"type":"string","pattern":"^x([0-9]|[12][0-9]|30)$","$comment":"a general-purpose register x0 to x30"},"context":{"type":"string","pattern":"^x([0-9]|[12][0-9]|30)$","$comment":"a general-purpose register x0 to x30"},"scratch":{"type":"string","pattern":"^x([0-9]|[12][0-9]|30)$","$comment":"a general-purpose register x0 to x30"},"link":{"type":"string","pattern":"^x([0-9]|[12][0-9]|30)$","$comment":"a general-purpose register x0 to x30"}}},"groups":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/group"}},"routines":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/routine"}},"procedures":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["symbol","routine"],"properties":{"symbol":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"routine":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"}}}},"switch":{"type":"object","additionalProperties":false,"required":["entry","exit"],"properties":{"entry":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/switchStep"}},"exit":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/switchStep"}}}},"contexts":{"type":"object","additionalProperties":false,"required":["guest","host"],"properties":{"guest":{"type":"string","pattern":"^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$","maxLength":500,"$comment":"a member path such as arch.ctxt or gp_regs.regs.regs[19]"},"host":{"type":"string","pattern":"^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$","maxLength":500,"$comment":"a member path such as arch.ctxt or gp_regs.regs.regs[19]"}}},"traps":{"type":"array","items":{"$ref":"#/$defs/trap"}},"vm":{"type":"object","additionalProperties":false,"required":["register","pointer","member"],"properties":{"register":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register's name in the manual's spelling, such as SCTLR_EL1"},"pointer":{"type":"string","pattern":"^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$","maxLength":500,"$comment":"a member path such as arch.ctxt or gp_regs.regs.regs[19]"},"member":{"type":"string","pattern":"^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$","maxLength":500,"$comment":"a member path such as arch.ctxt or gp_regs.regs.regs[19]"}}},"fault":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["register","member","width"],"properties":{"register":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register's name in the manual's spelling, such as SCTLR_EL1"},"member":{"type":"string","pattern":"^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$","maxLength":500,"$comment":"a member path such as arch.ctxt or gp_regs.regs.regs[19]"},"width":{"type":"integer","enum":[32,64]},"waive":{"$ref":"#/$defs/waive"}}}},"abort":{"type":"object","additionalProperties":false,"required":["operation","result","failed","clobbers"],"properties":{"operation":{"type":"string","pattern":"^[A-Z][A-Z0-9]*$","maxLength":20,"$comment":"an address translation operation such as S1E1R"},"result":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register's name in the manual's spelling, such as SCTLR_EL1"},"failed":{"type":"object","additionalProperties":false,"required":["field","bit"],"properties":{"field":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":64,"$comment":"a field's name"},"bit":{"type":"integer","minimum":0,"maximum":63},"waive":{"$ref":"#/$defs/waive"}}},"clobbers":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["register"],"properties":{"register":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register's name in the manual's spelling, such as SCTLR_EL1"},"waive":{"$ref":"#/$defs/waive"}}}}}},"panic":{"type":"object","additionalProperties":false,"required":["function","message","registers","pstate"],"properties":{"function":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"message":{"type":"string","minLength":1,"maxLength":1000,"$comment":"a format string for printk"},"registers":{"type":"array","minItems":1,"maxItems":7,"items":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register's name in the manual's spelling, such as SCTLR_EL1"}},"pstate":{"type":"string","minLength":1,"maxLength":1000,"$comment":"an expression such as \"(1 << VA_BITS) - 1\""}}},"vectors":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["from","kind","handler"],"properties":{"from":{"type":"string","enum":["EL2t","EL2h","64-bit EL1","32-bit EL1"]},"kind":{"type":"string","enum":["sync","irq","fiq","error"]},"handler":{"type":"string","enum":["panic","sync","irq"]}}}}},"$defs":{"group":{"type":"object","additionalProperties":false,"required":["name","doc"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"doc":{"type":"string","minLength":1},"temporaries":{"type":"string","pattern":"^x([0-9]|[12][0-9]|30)(-x([0-9]|[12][0-9]|30))?$","$comment":"general-purpose registers such as \"x4\" or \"x4-x29\""},"base":{"type":"string","enum":["scratch","context"]},"pairs":{"type":"boolean"},"advanceAt":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register's name in the manual's spelling, such as SCTLR_EL1"},"order":{"type":"boolean","const":true},"transfers":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/transfer"}},"waive":{"$ref":"#/$defs/waive"}},"allOf":[{"if":{"properties":{"order":true},"required":["order"]},"then":{"properties":{"transfers":{"not":{},"$comment":"a group has either order or transfers"}}},"else":{"required":["transfers"]}}]},"transfer":{"type":"object","additionalProperties":false,"required":["register","member"],"properties":{"register":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register's name in the manual's spelling, such as SCTLR_EL1"},"member":{"type":"string","pattern":"^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$","maxLength":500,"$comment":"a member path such as arch.ctxt or gp_regs.regs.regs[19]"},"doc":{"type":"string","minLength":1}}},"routine":{"type":"object","additionalProperties":false,"required":["name","doc","steps"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"doc":{"type":"string","minLength":1},"steps":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/step"}},"waive":{"$ref":"#/$defs/waive"}}},"step":{"type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"properties":{"anchor":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"save":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"restore":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"store":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"load":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"push":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"pop":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"unstack":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"call":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"}}},"switchStep":{"type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"properties":{"context":{"type":"string","enum":["host","guest"]},"routine":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"procedure":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"traps":{"type":"string","enum":["activate","deactivate"]},"vm":{"type":"string","enum":["activate","deactivate"]}}},"trap":{"type":"object","additionalProperties":false,"required":["register","activate","deactivate"],"properties":{"register":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register's name in the manual's spelling, such as SCTLR_EL1"},"activate":{"$ref":"#/$defs/trapSetting"},"deactivate":{"$ref":"#/$defs/trapSetting"},"waive":{"$ref":"#/$defs/waive"}}},"trapSetting":{"type":"object","additionalProperties":false,"minProperties":1,"properties":{"members":{"type":"array","minItems":1,"maxItems":4,"items":{"type":"string","pattern":"^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$","maxLength":500,"$comment":"a member path such as arch.ctxt or gp_regs.regs.regs[19]"}},"keep":{"type":"string","minLength":1,"maxLength":1000,"$comment":"an expression such as \"(1 << VA_BITS) - 1\""},"value":{"type":"string","minLength":1,"maxLength":1000,"$comment":"an expression such as \"(1 << VA_BITS) - 1\""},"literal":{"type":"boolean"}},"dependentRequired":{"literal":["value"]}},"waive":{"type":"array","minItems":1,"items":{"type":"object","additionalProperties":false,"required":["code","because"],"properties":{"code":{"type":"string","pattern":"^WS[0-9]{3}$","$comment":"a finding's code such as WS305"},"because":{"type":"string","minLength":1}}}}}};
const schema64 = {"type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"properties":{"context":{"type":"string","enum":["host","guest"]},"routine":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"procedure":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"traps":{"type":"string","enum":["activate","deactivate"]},"vm":{"type":"string","enum":["activate","deactivate"]}}};
const schema60 = {"type":"array","minItems":1,"items":{"type":"object","additionalProperties":false,"required":["code","because"],"properties":{"code":{"type":"string","pattern":"^WS[0-9]{3}$","$comment":"a finding's code such as WS305"},"because":{"type":"string","minLength":1}}}};
const pattern50 = new RegExp("(^|/)world-switch\\.schema\\.json$", "u");
const pattern51 = new RegExp("^\\.[A-Za-z_][A-Za-z0-9_.]*$", "u");
const pattern52 = new RegExp("^x([0-9]|[12][0-9]|30)$", "u");
const pattern92 = new RegExp("^[A-Z][A-Z0-9]*$", "u");
const schema58 = {"type":"object","additionalProperties":false,"required":["name","doc"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"doc":{"type":"string","minLength":1},"temporaries":{"type":"string","pattern":"^x([0-9]|[12][0-9]|30)(-x([0-9]|[12][0-9]|30))?$","$comment":"general-purpose registers such as \"x4\" or \"x4-x29\""},"base":{"type":"string","enum":["scratch","context"]},"pairs":{"type":"boolean"},"advanceAt":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register's name in the manual's spelling, such as SCTLR_EL1"},"order":{"type":"boolean","const":true},"transfers":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/transfer"}},"waive":{"$ref":"#/$defs/waive"}},"allOf":[{"if":{"properties":{"order":true},"required":["order"]},"then":{"properties":{"transfers":{"not":{},"$comment":"a group has either order or transfers"}}},"else":{"required":["transfers"]}}]};
const schema59 = {"type":"object","additionalProperties":false,"required":["register","member"],"properties":{"register":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register's name in the manual's spelling, such as SCTLR_EL1"},"member":{"type":"string","pattern":"^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$","maxLength":500,"$comment":"a member path such as arch.ctxt or gp_regs.regs.regs[19]"},"doc":{"type":"string","minLength":1}}};
const pattern58 = new RegExp("^x([0-9]|[12][0-9]|30)(-x([0-9]|[12][0-9]|30))?$", "u");

function validate35(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate35.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs2 = errors;
let valid1 = true;
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.order === undefined) && (missing0 = "order")){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs4 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.transfers !== undefined){
const err1 = {instancePath:instancePath+"/transfers",schemaPath:"#/allOf/0/then/properties/transfers/not",keyword:"not",params:{},message:"must NOT be valid"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs4 === errors;
valid1 = _valid0;
if(valid1){
var props0 = {};
props0.transfers = true;
props0.order = true;
}
ifClause0 = "then";
}
else {
const _errs8 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.transfers === undefined){
const err2 = {instancePath,schemaPath:"#/allOf/0/else/required",keyword:"required",params:{missingProperty: "transfers"},message:"must have required property '"+"transfers"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs8 === errors;
valid1 = _valid0;
ifClause0 = "else";
}
if(!valid1){
const err3 = {instancePath,schemaPath:"#/allOf/0/if",keyword:"if",params:{failingKeyword: ifClause0},message:"must match \""+ifClause0+"\" schema"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.doc === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "doc"},message:"must have required property '"+"doc"+"'"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema58.properties, key0))){
const err6 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 === "string"){
if(data1.length > 128){
const err7 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!pattern5.test(data1)){
const err8 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.doc !== undefined){
let data2 = data.doc;
if(typeof data2 === "string"){
if(data2.length < 1){
const err10 = {instancePath:instancePath+"/doc",schemaPath:"#/properties/doc/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/doc",schemaPath:"#/properties/doc/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.temporaries !== undefined){
let data3 = data.temporaries;
if(typeof data3 === "string"){
if(!pattern58.test(data3)){
const err12 = {instancePath:instancePath+"/temporaries",schemaPath:"#/properties/temporaries/pattern",keyword:"pattern",params:{pattern: "^x([0-9]|[12][0-9]|30)(-x([0-9]|[12][0-9]|30))?$"},message:"must match pattern \""+"^x([0-9]|[12][0-9]|30)(-x([0-9]|[12][0-9]|30))?$"+"\""};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/temporaries",schemaPath:"#/properties/temporaries/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.base !== undefined){
let data4 = data.base;
if(typeof data4 !== "string"){
const err14 = {instancePath:instancePath+"/base",schemaPath:"#/properties/base/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!((data4 === "scratch") || (data4 === "context"))){
const err15 = {instancePath:instancePath+"/base",schemaPath:"#/properties/base/enum",keyword:"enum",params:{allowedValues: schema58.properties.base.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.pairs !== undefined){
if(typeof data.pairs !== "boolean"){
const err16 = {instancePath:instancePath+"/pairs",schemaPath:"#/properties/pairs/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.advanceAt !== undefined){
let data6 = data.advanceAt;
if(typeof data6 === "string"){
if(data6.length > 64){
const err17 = {instancePath:instancePath+"/advanceAt",schemaPath:"#/properties/advanceAt/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(!pattern29.test(data6)){
const err18 = {instancePath:instancePath+"/advanceAt",schemaPath:"#/properties/advanceAt/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/advanceAt",schemaPath:"#/properties/advanceAt/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.order !== undefined){
let data7 = data.order;
if(typeof data7 !== "boolean"){
const err20 = {instancePath:instancePath+"/order",schemaPath:"#/properties/order/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(true !== data7){
const err21 = {instancePath:instancePath+"/order",schemaPath:"#/properties/order/const",keyword:"const",params:{allowedValue: true},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.transfers !== undefined){
let data8 = data.transfers;
if(Array.isArray(data8)){
if(data8.length < 1){
const err22 = {instancePath:instancePath+"/transfers",schemaPath:"#/properties/transfers/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
let data9 = data8[i0];
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.register === undefined){
const err23 = {instancePath:instancePath+"/transfers/" + i0,schemaPath:"#/$defs/transfer/required",keyword:"required",params:{missingProperty: "register"},message:"must have required property '"+"register"+"'"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data9.member === undefined){
const err24 = {instancePath:instancePath+"/transfers/" + i0,schemaPath:"#/$defs/transfer/required",keyword:"required",params:{missingProperty: "member"},message:"must have required property '"+"member"+"'"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
for(const key1 in data9){
if(!(((key1 === "register") || (key1 === "member")) || (key1 === "doc"))){
const err25 = {instancePath:instancePath+"/transfers/" + i0,schemaPath:"#/$defs/transfer/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data9.register !== undefined){
let data10 = data9.register;
if(typeof data10 === "string"){
if(data10.length > 64){
const err26 = {instancePath:instancePath+"/transfers/" + i0+"/register",schemaPath:"#/$defs/transfer/properties/register/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(!pattern29.test(data10)){
const err27 = {instancePath:instancePath+"/transfers/" + i0+"/register",schemaPath:"#/$defs/transfer/properties/register/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/transfers/" + i0+"/register",schemaPath:"#/$defs/transfer/properties/register/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data9.member !== undefined){
let data11 = data9.member;
if(typeof data11 === "string"){
if(data11.length > 500){
const err29 = {instancePath:instancePath+"/transfers/" + i0+"/member",schemaPath:"#/$defs/transfer/properties/member/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(!pattern7.test(data11)){
const err30 = {instancePath:instancePath+"/transfers/" + i0+"/member",schemaPath:"#/$defs/transfer/properties/member/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$"},message:"must match pattern \""+"^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$"+"\""};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/transfers/" + i0+"/member",schemaPath:"#/$defs/transfer/properties/member/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data9.doc !== undefined){
let data12 = data9.doc;
if(typeof data12 === "string"){
if(data12.length < 1){
const err32 = {instancePath:instancePath+"/transfers/" + i0+"/doc",schemaPath:"#/$defs/transfer/properties/doc/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/transfers/" + i0+"/doc",schemaPath:"#/$defs/transfer/properties/doc/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath:instancePath+"/transfers/" + i0,schemaPath:"#/$defs/transfer/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/transfers",schemaPath:"#/properties/transfers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.waive !== undefined){
let data13 = data.waive;
if(Array.isArray(data13)){
if(data13.length < 1){
const err36 = {instancePath:instancePath+"/waive",schemaPath:"#/$defs/waive/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
const len1 = data13.length;
for(let i1=0; i1<len1; i1++){
let data14 = data13[i1];
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.code === undefined){
const err37 = {instancePath:instancePath+"/waive/" + i1,schemaPath:"#/$defs/waive/items/required",keyword:"required",params:{missingProperty: "code"},message:"must have required property '"+"code"+"'"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(data14.because === undefined){
const err38 = {instancePath:instancePath+"/waive/" + i1,schemaPath:"#/$defs/waive/items/required",keyword:"required",params:{missingProperty: "because"},message:"must have required property '"+"because"+"'"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
for(const key2 in data14){
if(!((key2 === "code") || (key2 === "because"))){
const err39 = {instancePath:instancePath+"/waive/" + i1,schemaPath:"#/$defs/waive/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data14.code !== undefined){
let data15 = data14.code;
if(typeof data15 === "string"){
if(!pattern8.test(data15)){
const err40 = {instancePath:instancePath+"/waive/" + i1+"/code",schemaPath:"#/$defs/waive/items/properties/code/pattern",keyword:"pattern",params:{pattern: "^WS[0-9]{3}$"},message:"must match pattern \""+"^WS[0-9]{3}$"+"\""};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
else {
const err41 = {instancePath:instancePath+"/waive/" + i1+"/code",schemaPath:"#/$defs/waive/items/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data14.because !== undefined){
let data16 = data14.because;
if(typeof data16 === "string"){
if(data16.length < 1){
const err42 = {instancePath:instancePath+"/waive/" + i1+"/because",schemaPath:"#/$defs/waive/items/properties/because/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/waive/" + i1+"/because",schemaPath:"#/$defs/waive/items/properties/because/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath:instancePath+"/waive/" + i1,schemaPath:"#/$defs/waive/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
else {
const err45 = {instancePath:instancePath+"/waive",schemaPath:"#/$defs/waive/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
else {
const err46 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
validate35.errors = vErrors;
return errors === 0;
}
validate35.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema61 = {"type":"object","additionalProperties":false,"required":["name","doc","steps"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"doc":{"type":"string","minLength":1},"steps":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/step"}},"waive":{"$ref":"#/$defs/waive"}}};
const schema62 = {"type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"properties":{"anchor":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"save":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"restore":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"store":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"load":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"push":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"pop":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"unstack":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"call":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"}}};

function validate37(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate37.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.doc === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "doc"},message:"must have required property '"+"doc"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.steps === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "steps"},message:"must have required property '"+"steps"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "name") || (key0 === "doc")) || (key0 === "steps")) || (key0 === "waive"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(data0.length > 128){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!pattern5.test(data0)){
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.doc !== undefined){
let data1 = data.doc;
if(typeof data1 === "string"){
if(data1.length < 1){
const err7 = {instancePath:instancePath+"/doc",schemaPath:"#/properties/doc/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/doc",schemaPath:"#/properties/doc/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.steps !== undefined){
let data2 = data.steps;
if(Array.isArray(data2)){
if(data2.length < 1){
const err9 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length > 1){
const err10 = {instancePath:instancePath+"/steps/" + i0,schemaPath:"#/$defs/step/maxProperties",keyword:"maxProperties",params:{limit: 1},message:"must NOT have more than 1 properties"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(Object.keys(data3).length < 1){
const err11 = {instancePath:instancePath+"/steps/" + i0,schemaPath:"#/$defs/step/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
for(const key1 in data3){
if(!(func1.call(schema62.properties, key1))){
const err12 = {instancePath:instancePath+"/steps/" + i0,schemaPath:"#/$defs/step/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data3.anchor !== undefined){
let data4 = data3.anchor;
if(typeof data4 === "string"){
if(data4.length > 128){
const err13 = {instancePath:instancePath+"/steps/" + i0+"/anchor",schemaPath:"#/$defs/step/properties/anchor/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(!pattern5.test(data4)){
const err14 = {instancePath:instancePath+"/steps/" + i0+"/anchor",schemaPath:"#/$defs/step/properties/anchor/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/steps/" + i0+"/anchor",schemaPath:"#/$defs/step/properties/anchor/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data3.save !== undefined){
let data5 = data3.save;
if(typeof data5 === "string"){
if(data5.length > 128){
const err16 = {instancePath:instancePath+"/steps/" + i0+"/save",schemaPath:"#/$defs/step/properties/save/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!pattern5.test(data5)){
const err17 = {instancePath:instancePath+"/steps/" + i0+"/save",schemaPath:"#/$defs/step/properties/save/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/steps/" + i0+"/save",schemaPath:"#/$defs/step/properties/save/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data3.restore !== undefined){
let data6 = data3.restore;
if(typeof data6 === "string"){
if(data6.length > 128){
const err19 = {instancePath:instancePath+"/steps/" + i0+"/restore",schemaPath:"#/$defs/step/properties/restore/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(!pattern5.test(data6)){
const err20 = {instancePath:instancePath+"/steps/" + i0+"/restore",schemaPath:"#/$defs/step/properties/restore/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/steps/" + i0+"/restore",schemaPath:"#/$defs/step/properties/restore/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data3.store !== undefined){
let data7 = data3.store;
if(typeof data7 === "string"){
if(data7.length > 128){
const err22 = {instancePath:instancePath+"/steps/" + i0+"/store",schemaPath:"#/$defs/step/properties/store/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(!pattern5.test(data7)){
const err23 = {instancePath:instancePath+"/steps/" + i0+"/store",schemaPath:"#/$defs/step/properties/store/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/steps/" + i0+"/store",schemaPath:"#/$defs/step/properties/store/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data3.load !== undefined){
let data8 = data3.load;
if(typeof data8 === "string"){
if(data8.length > 128){
const err25 = {instancePath:instancePath+"/steps/" + i0+"/load",schemaPath:"#/$defs/step/properties/load/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(!pattern5.test(data8)){
const err26 = {instancePath:instancePath+"/steps/" + i0+"/load",schemaPath:"#/$defs/step/properties/load/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/steps/" + i0+"/load",schemaPath:"#/$defs/step/properties/load/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data3.push !== undefined){
let data9 = data3.push;
if(typeof data9 === "string"){
if(data9.length > 128){
const err28 = {instancePath:instancePath+"/steps/" + i0+"/push",schemaPath:"#/$defs/step/properties/push/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(!pattern5.test(data9)){
const err29 = {instancePath:instancePath+"/steps/" + i0+"/push",schemaPath:"#/$defs/step/properties/push/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/steps/" + i0+"/push",schemaPath:"#/$defs/step/properties/push/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data3.pop !== undefined){
let data10 = data3.pop;
if(typeof data10 === "string"){
if(data10.length > 128){
const err31 = {instancePath:instancePath+"/steps/" + i0+"/pop",schemaPath:"#/$defs/step/properties/pop/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(!pattern5.test(data10)){
const err32 = {instancePath:instancePath+"/steps/" + i0+"/pop",schemaPath:"#/$defs/step/properties/pop/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/steps/" + i0+"/pop",schemaPath:"#/$defs/step/properties/pop/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data3.unstack !== undefined){
let data11 = data3.unstack;
if(typeof data11 === "string"){
if(data11.length > 128){
const err34 = {instancePath:instancePath+"/steps/" + i0+"/unstack",schemaPath:"#/$defs/step/properties/unstack/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(!pattern5.test(data11)){
const err35 = {instancePath:instancePath+"/steps/" + i0+"/unstack",schemaPath:"#/$defs/step/properties/unstack/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/steps/" + i0+"/unstack",schemaPath:"#/$defs/step/properties/unstack/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data3.call !== undefined){
let data12 = data3.call;
if(typeof data12 === "string"){
if(data12.length > 128){
const err37 = {instancePath:instancePath+"/steps/" + i0+"/call",schemaPath:"#/$defs/step/properties/call/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(!pattern5.test(data12)){
const err38 = {instancePath:instancePath+"/steps/" + i0+"/call",schemaPath:"#/$defs/step/properties/call/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/steps/" + i0+"/call",schemaPath:"#/$defs/step/properties/call/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/steps/" + i0,schemaPath:"#/$defs/step/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
else {
const err41 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data.waive !== undefined){
let data13 = data.waive;
if(Array.isArray(data13)){
if(data13.length < 1){
const err42 = {instancePath:instancePath+"/waive",schemaPath:"#/$defs/waive/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
const len1 = data13.length;
for(let i1=0; i1<len1; i1++){
let data14 = data13[i1];
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.code === undefined){
const err43 = {instancePath:instancePath+"/waive/" + i1,schemaPath:"#/$defs/waive/items/required",keyword:"required",params:{missingProperty: "code"},message:"must have required property '"+"code"+"'"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(data14.because === undefined){
const err44 = {instancePath:instancePath+"/waive/" + i1,schemaPath:"#/$defs/waive/items/required",keyword:"required",params:{missingProperty: "because"},message:"must have required property '"+"because"+"'"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
for(const key2 in data14){
if(!((key2 === "code") || (key2 === "because"))){
const err45 = {instancePath:instancePath+"/waive/" + i1,schemaPath:"#/$defs/waive/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data14.code !== undefined){
let data15 = data14.code;
if(typeof data15 === "string"){
if(!pattern8.test(data15)){
const err46 = {instancePath:instancePath+"/waive/" + i1+"/code",schemaPath:"#/$defs/waive/items/properties/code/pattern",keyword:"pattern",params:{pattern: "^WS[0-9]{3}$"},message:"must match pattern \""+"^WS[0-9]{3}$"+"\""};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
else {
const err47 = {instancePath:instancePath+"/waive/" + i1+"/code",schemaPath:"#/$defs/waive/items/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data14.because !== undefined){
let data16 = data14.because;
if(typeof data16 === "string"){
if(data16.length < 1){
const err48 = {instancePath:instancePath+"/waive/" + i1+"/because",schemaPath:"#/$defs/waive/items/properties/because/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
else {
const err49 = {instancePath:instancePath+"/waive/" + i1+"/because",schemaPath:"#/$defs/waive/items/properties/because/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
else {
const err50 = {instancePath:instancePath+"/waive/" + i1,schemaPath:"#/$defs/waive/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
else {
const err51 = {instancePath:instancePath+"/waive",schemaPath:"#/$defs/waive/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
else {
const err52 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
validate37.errors = vErrors;
return errors === 0;
}
validate37.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema66 = {"type":"object","additionalProperties":false,"required":["register","activate","deactivate"],"properties":{"register":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register's name in the manual's spelling, such as SCTLR_EL1"},"activate":{"$ref":"#/$defs/trapSetting"},"deactivate":{"$ref":"#/$defs/trapSetting"},"waive":{"$ref":"#/$defs/waive"}}};
const schema67 = {"type":"object","additionalProperties":false,"minProperties":1,"properties":{"members":{"type":"array","minItems":1,"maxItems":4,"items":{"type":"string","pattern":"^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$","maxLength":500,"$comment":"a member path such as arch.ctxt or gp_regs.regs.regs[19]"}},"keep":{"type":"string","minLength":1,"maxLength":1000,"$comment":"an expression such as \"(1 << VA_BITS) - 1\""},"value":{"type":"string","minLength":1,"maxLength":1000,"$comment":"an expression such as \"(1 << VA_BITS) - 1\""},"literal":{"type":"boolean"}},"dependentRequired":{"literal":["value"]}};

function validate39(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate39.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.register === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "register"},message:"must have required property '"+"register"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.activate === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "activate"},message:"must have required property '"+"activate"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.deactivate === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "deactivate"},message:"must have required property '"+"deactivate"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "register") || (key0 === "activate")) || (key0 === "deactivate")) || (key0 === "waive"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.register !== undefined){
let data0 = data.register;
if(typeof data0 === "string"){
if(data0.length > 64){
const err4 = {instancePath:instancePath+"/register",schemaPath:"#/properties/register/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!pattern29.test(data0)){
const err5 = {instancePath:instancePath+"/register",schemaPath:"#/properties/register/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/register",schemaPath:"#/properties/register/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.activate !== undefined){
let data1 = data.activate;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(Object.keys(data1).length < 1){
const err7 = {instancePath:instancePath+"/activate",schemaPath:"#/$defs/trapSetting/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key1 in data1){
if(!((((key1 === "members") || (key1 === "keep")) || (key1 === "value")) || (key1 === "literal"))){
const err8 = {instancePath:instancePath+"/activate",schemaPath:"#/$defs/trapSetting/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data1.members !== undefined){
let data2 = data1.members;
if(Array.isArray(data2)){
if(data2.length > 4){
const err9 = {instancePath:instancePath+"/activate/members",schemaPath:"#/$defs/trapSetting/properties/members/maxItems",keyword:"maxItems",params:{limit: 4},message:"must NOT have more than 4 items"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data2.length < 1){
const err10 = {instancePath:instancePath+"/activate/members",schemaPath:"#/$defs/trapSetting/properties/members/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 === "string"){
if(data3.length > 500){
const err11 = {instancePath:instancePath+"/activate/members/" + i0,schemaPath:"#/$defs/trapSetting/properties/members/items/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!pattern7.test(data3)){
const err12 = {instancePath:instancePath+"/activate/members/" + i0,schemaPath:"#/$defs/trapSetting/properties/members/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$"},message:"must match pattern \""+"^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$"+"\""};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/activate/members/" + i0,schemaPath:"#/$defs/trapSetting/properties/members/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/activate/members",schemaPath:"#/$defs/trapSetting/properties/members/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data1.keep !== undefined){
let data4 = data1.keep;
if(typeof data4 === "string"){
if(data4.length > 1000){
const err15 = {instancePath:instancePath+"/activate/keep",schemaPath:"#/$defs/trapSetting/properties/keep/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data4.length < 1){
const err16 = {instancePath:instancePath+"/activate/keep",schemaPath:"#/$defs/trapSetting/properties/keep/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/activate/keep",schemaPath:"#/$defs/trapSetting/properties/keep/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data1.value !== undefined){
let data5 = data1.value;
if(typeof data5 === "string"){
if(data5.length > 1000){
const err18 = {instancePath:instancePath+"/activate/value",schemaPath:"#/$defs/trapSetting/properties/value/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data5.length < 1){
const err19 = {instancePath:instancePath+"/activate/value",schemaPath:"#/$defs/trapSetting/properties/value/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/activate/value",schemaPath:"#/$defs/trapSetting/properties/value/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data1.literal !== undefined){
if(typeof data1.literal !== "boolean"){
const err21 = {instancePath:instancePath+"/activate/literal",schemaPath:"#/$defs/trapSetting/properties/literal/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data1.literal !== undefined){
if(data1.value === undefined){
const err22 = {instancePath:instancePath+"/activate",schemaPath:"#/$defs/trapSetting/dependentRequired",keyword:"dependentRequired",params:{property: "literal",
    missingProperty: "value",
    depsCount: 1,
    deps: "value"},message:"must have property value when property literal is present"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/activate",schemaPath:"#/$defs/trapSetting/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.deactivate !== undefined){
let data7 = data.deactivate;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(Object.keys(data7).length < 1){
const err24 = {instancePath:instancePath+"/deactivate",schemaPath:"#/$defs/trapSetting/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
for(const key2 in data7){
if(!((((key2 === "members") || (key2 === "keep")) || (key2 === "value")) || (key2 === "literal"))){
const err25 = {instancePath:instancePath+"/deactivate",schemaPath:"#/$defs/trapSetting/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data7.members !== undefined){
let data8 = data7.members;
if(Array.isArray(data8)){
if(data8.length > 4){
const err26 = {instancePath:instancePath+"/deactivate/members",schemaPath:"#/$defs/trapSetting/properties/members/maxItems",keyword:"maxItems",params:{limit: 4},message:"must NOT have more than 4 items"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data8.length < 1){
const err27 = {instancePath:instancePath+"/deactivate/members",schemaPath:"#/$defs/trapSetting/properties/members/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
let data9 = data8[i1];
if(typeof data9 === "string"){
if(data9.length > 500){
const err28 = {instancePath:instancePath+"/deactivate/members/" + i1,schemaPath:"#/$defs/trapSetting/properties/members/items/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(!pattern7.test(data9)){
const err29 = {instancePath:instancePath+"/deactivate/members/" + i1,schemaPath:"#/$defs/trapSetting/properties/members/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$"},message:"must match pattern \""+"^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$"+"\""};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/deactivate/members/" + i1,schemaPath:"#/$defs/trapSetting/properties/members/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath:instancePath+"/deactivate/members",schemaPath:"#/$defs/trapSetting/properties/members/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data7.keep !== undefined){
let data10 = data7.keep;
if(typeof data10 === "string"){
if(data10.length > 1000){
const err32 = {instancePath:instancePath+"/deactivate/keep",schemaPath:"#/$defs/trapSetting/properties/keep/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data10.length < 1){
const err33 = {instancePath:instancePath+"/deactivate/keep",schemaPath:"#/$defs/trapSetting/properties/keep/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/deactivate/keep",schemaPath:"#/$defs/trapSetting/properties/keep/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data7.value !== undefined){
let data11 = data7.value;
if(typeof data11 === "string"){
if(data11.length > 1000){
const err35 = {instancePath:instancePath+"/deactivate/value",schemaPath:"#/$defs/trapSetting/properties/value/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(data11.length < 1){
const err36 = {instancePath:instancePath+"/deactivate/value",schemaPath:"#/$defs/trapSetting/properties/value/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
else {
const err37 = {instancePath:instancePath+"/deactivate/value",schemaPath:"#/$defs/trapSetting/properties/value/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data7.literal !== undefined){
if(typeof data7.literal !== "boolean"){
const err38 = {instancePath:instancePath+"/deactivate/literal",schemaPath:"#/$defs/trapSetting/properties/literal/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data7.literal !== undefined){
if(data7.value === undefined){
const err39 = {instancePath:instancePath+"/deactivate",schemaPath:"#/$defs/trapSetting/dependentRequired",keyword:"dependentRequired",params:{property: "literal",
    missingProperty: "value",
    depsCount: 1,
    deps: "value"},message:"must have property value when property literal is present"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/deactivate",schemaPath:"#/$defs/trapSetting/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data.waive !== undefined){
let data13 = data.waive;
if(Array.isArray(data13)){
if(data13.length < 1){
const err41 = {instancePath:instancePath+"/waive",schemaPath:"#/$defs/waive/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
const len2 = data13.length;
for(let i2=0; i2<len2; i2++){
let data14 = data13[i2];
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.code === undefined){
const err42 = {instancePath:instancePath+"/waive/" + i2,schemaPath:"#/$defs/waive/items/required",keyword:"required",params:{missingProperty: "code"},message:"must have required property '"+"code"+"'"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(data14.because === undefined){
const err43 = {instancePath:instancePath+"/waive/" + i2,schemaPath:"#/$defs/waive/items/required",keyword:"required",params:{missingProperty: "because"},message:"must have required property '"+"because"+"'"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
for(const key3 in data14){
if(!((key3 === "code") || (key3 === "because"))){
const err44 = {instancePath:instancePath+"/waive/" + i2,schemaPath:"#/$defs/waive/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data14.code !== undefined){
let data15 = data14.code;
if(typeof data15 === "string"){
if(!pattern8.test(data15)){
const err45 = {instancePath:instancePath+"/waive/" + i2+"/code",schemaPath:"#/$defs/waive/items/properties/code/pattern",keyword:"pattern",params:{pattern: "^WS[0-9]{3}$"},message:"must match pattern \""+"^WS[0-9]{3}$"+"\""};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/waive/" + i2+"/code",schemaPath:"#/$defs/waive/items/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data14.because !== undefined){
let data16 = data14.because;
if(typeof data16 === "string"){
if(data16.length < 1){
const err47 = {instancePath:instancePath+"/waive/" + i2+"/because",schemaPath:"#/$defs/waive/items/properties/because/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
else {
const err48 = {instancePath:instancePath+"/waive/" + i2+"/because",schemaPath:"#/$defs/waive/items/properties/because/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
else {
const err49 = {instancePath:instancePath+"/waive/" + i2,schemaPath:"#/$defs/waive/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
else {
const err50 = {instancePath:instancePath+"/waive",schemaPath:"#/$defs/waive/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
else {
const err51 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
validate39.errors = vErrors;
return errors === 0;
}
validate39.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate34(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://worldswitch.dev/schema/language/world-switch.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate34.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.$schema === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "$schema"},message:"must have required property '"+"$schema"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.section === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "section"},message:"must have required property '"+"section"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.registers === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "registers"},message:"must have required property '"+"registers"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.groups === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "groups"},message:"must have required property '"+"groups"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.routines === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "routines"},message:"must have required property '"+"routines"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.procedures === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "procedures"},message:"must have required property '"+"procedures"+"'"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.switch === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "switch"},message:"must have required property '"+"switch"+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.contexts === undefined){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "contexts"},message:"must have required property '"+"contexts"+"'"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data.traps === undefined){
const err8 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "traps"},message:"must have required property '"+"traps"+"'"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data.vm === undefined){
const err9 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "vm"},message:"must have required property '"+"vm"+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data.fault === undefined){
const err10 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "fault"},message:"must have required property '"+"fault"+"'"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data.abort === undefined){
const err11 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "abort"},message:"must have required property '"+"abort"+"'"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data.panic === undefined){
const err12 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "panic"},message:"must have required property '"+"panic"+"'"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data.vectors === undefined){
const err13 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "vectors"},message:"must have required property '"+"vectors"+"'"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema57.properties, key0))){
const err14 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.$schema !== undefined){
let data0 = data.$schema;
if(typeof data0 === "string"){
if(!pattern50.test(data0)){
const err15 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/pattern",keyword:"pattern",params:{pattern: "(^|/)world-switch\\.schema\\.json$"},message:"must match pattern \""+"(^|/)world-switch\\.schema\\.json$"+"\""};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.section !== undefined){
let data1 = data.section;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.name === undefined){
const err17 = {instancePath:instancePath+"/section",schemaPath:"#/properties/section/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data1.alignLog2 === undefined){
const err18 = {instancePath:instancePath+"/section",schemaPath:"#/properties/section/required",keyword:"required",params:{missingProperty: "alignLog2"},message:"must have required property '"+"alignLog2"+"'"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
for(const key1 in data1){
if(!((key1 === "name") || (key1 === "alignLog2"))){
const err19 = {instancePath:instancePath+"/section",schemaPath:"#/properties/section/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data1.name !== undefined){
let data2 = data1.name;
if(typeof data2 === "string"){
if(data2.length > 100){
const err20 = {instancePath:instancePath+"/section/name",schemaPath:"#/properties/section/properties/name/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(!pattern51.test(data2)){
const err21 = {instancePath:instancePath+"/section/name",schemaPath:"#/properties/section/properties/name/pattern",keyword:"pattern",params:{pattern: "^\\.[A-Za-z_][A-Za-z0-9_.]*$"},message:"must match pattern \""+"^\\.[A-Za-z_][A-Za-z0-9_.]*$"+"\""};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/section/name",schemaPath:"#/properties/section/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data1.alignLog2 !== undefined){
let data3 = data1.alignLog2;
if(typeof data3 === "string"){
if(data3.length > 1000){
const err23 = {instancePath:instancePath+"/section/alignLog2",schemaPath:"#/properties/section/properties/alignLog2/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data3.length < 1){
const err24 = {instancePath:instancePath+"/section/alignLog2",schemaPath:"#/properties/section/properties/alignLog2/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/section/alignLog2",schemaPath:"#/properties/section/properties/alignLog2/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/section",schemaPath:"#/properties/section/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.registers !== undefined){
let data4 = data.registers;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.vcpu === undefined){
const err27 = {instancePath:instancePath+"/registers",schemaPath:"#/properties/registers/required",keyword:"required",params:{missingProperty: "vcpu"},message:"must have required property '"+"vcpu"+"'"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data4.exitCode === undefined){
const err28 = {instancePath:instancePath+"/registers",schemaPath:"#/properties/registers/required",keyword:"required",params:{missingProperty: "exitCode"},message:"must have required property '"+"exitCode"+"'"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data4.context === undefined){
const err29 = {instancePath:instancePath+"/registers",schemaPath:"#/properties/registers/required",keyword:"required",params:{missingProperty: "context"},message:"must have required property '"+"context"+"'"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data4.scratch === undefined){
const err30 = {instancePath:instancePath+"/registers",schemaPath:"#/properties/registers/required",keyword:"required",params:{missingProperty: "scratch"},message:"must have required property '"+"scratch"+"'"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data4.link === undefined){
const err31 = {instancePath:instancePath+"/registers",schemaPath:"#/properties/registers/required",keyword:"required",params:{missingProperty: "link"},message:"must have required property '"+"link"+"'"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
for(const key2 in data4){
if(!(((((key2 === "vcpu") || (key2 === "exitCode")) || (key2 === "context")) || (key2 === "scratch")) || (key2 === "link"))){
const err32 = {instancePath:instancePath+"/registers",schemaPath:"#/properties/registers/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data4.vcpu !== undefined){
let data5 = data4.vcpu;
if(typeof data5 === "string"){
if(!pattern52.test(data5)){
const err33 = {instancePath:instancePath+"/registers/vcpu",schemaPath:"#/properties/registers/properties/vcpu/pattern",keyword:"pattern",params:{pattern: "^x([0-9]|[12][0-9]|30)$"},message:"must match pattern \""+"^x([0-9]|[12][0-9]|30)$"+"\""};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/registers/vcpu",schemaPath:"#/properties/registers/properties/vcpu/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data4.exitCode !== undefined){
let data6 = data4.exitCode;
if(typeof data6 === "string"){
if(!pattern52.test(data6)){
const err35 = {instancePath:instancePath+"/registers/exitCode",schemaPath:"#/properties/registers/properties/exitCode/pattern",keyword:"pattern",params:{pattern: "^x([0-9]|[12][0-9]|30)$"},message:"must match pattern \""+"^x([0-9]|[12][0-9]|30)$"+"\""};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/registers/exitCode",schemaPath:"#/properties/registers/properties/exitCode/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data4.context !== undefined){
let data7 = data4.context;
if(typeof data7 === "string"){
if(!pattern52.test(data7)){
const err37 = {instancePath:instancePath+"/registers/context",schemaPath:"#/properties/registers/properties/context/pattern",keyword:"pattern",params:{pattern: "^x([0-9]|[12][0-9]|30)$"},message:"must match pattern \""+"^x([0-9]|[12][0-9]|30)$"+"\""};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/registers/context",schemaPath:"#/properties/registers/properties/context/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data4.scratch !== undefined){
let data8 = data4.scratch;
if(typeof data8 === "string"){
if(!pattern52.test(data8)){
const err39 = {instancePath:instancePath+"/registers/scratch",schemaPath:"#/properties/registers/properties/scratch/pattern",keyword:"pattern",params:{pattern: "^x([0-9]|[12][0-9]|30)$"},message:"must match pattern \""+"^x([0-9]|[12][0-9]|30)$"+"\""};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
else {
const err40 = {instancePath:instancePath+"/registers/scratch",schemaPath:"#/properties/registers/properties/scratch/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data4.link !== undefined){
let data9 = data4.link;
if(typeof data9 === "string"){
if(!pattern52.test(data9)){
const err41 = {instancePath:instancePath+"/registers/link",schemaPath:"#/properties/registers/properties/link/pattern",keyword:"pattern",params:{pattern: "^x([0-9]|[12][0-9]|30)$"},message:"must match pattern \""+"^x([0-9]|[12][0-9]|30)$"+"\""};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/registers/link",schemaPath:"#/properties/registers/properties/link/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
else {
const err43 = {instancePath:instancePath+"/registers",schemaPath:"#/properties/registers/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data.groups !== undefined){
let data10 = data.groups;
if(Array.isArray(data10)){
if(data10.length < 1){
const err44 = {instancePath:instancePath+"/groups",schemaPath:"#/properties/groups/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
const len0 = data10.length;
for(let i0=0; i0<len0; i0++){
if(!(validate35(data10[i0], {instancePath:instancePath+"/groups/" + i0,parentData:data10,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
errors = vErrors.length;
}
}
}
else {
const err45 = {instancePath:instancePath+"/groups",schemaPath:"#/properties/groups/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.routines !== undefined){
let data12 = data.routines;
if(Array.isArray(data12)){
if(data12.length < 1){
const err46 = {instancePath:instancePath+"/routines",schemaPath:"#/properties/routines/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
if(!(validate37(data12[i1], {instancePath:instancePath+"/routines/" + i1,parentData:data12,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
errors = vErrors.length;
}
}
}
else {
const err47 = {instancePath:instancePath+"/routines",schemaPath:"#/properties/routines/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data.procedures !== undefined){
let data14 = data.procedures;
if(Array.isArray(data14)){
const len2 = data14.length;
for(let i2=0; i2<len2; i2++){
let data15 = data14[i2];
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(data15.symbol === undefined){
const err48 = {instancePath:instancePath+"/procedures/" + i2,schemaPath:"#/properties/procedures/items/required",keyword:"required",params:{missingProperty: "symbol"},message:"must have required property '"+"symbol"+"'"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(data15.routine === undefined){
const err49 = {instancePath:instancePath+"/procedures/" + i2,schemaPath:"#/properties/procedures/items/required",keyword:"required",params:{missingProperty: "routine"},message:"must have required property '"+"routine"+"'"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
for(const key3 in data15){
if(!((key3 === "symbol") || (key3 === "routine"))){
const err50 = {instancePath:instancePath+"/procedures/" + i2,schemaPath:"#/properties/procedures/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data15.symbol !== undefined){
let data16 = data15.symbol;
if(typeof data16 === "string"){
if(data16.length > 128){
const err51 = {instancePath:instancePath+"/procedures/" + i2+"/symbol",schemaPath:"#/properties/procedures/items/properties/symbol/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(!pattern5.test(data16)){
const err52 = {instancePath:instancePath+"/procedures/" + i2+"/symbol",schemaPath:"#/properties/procedures/items/properties/symbol/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
else {
const err53 = {instancePath:instancePath+"/procedures/" + i2+"/symbol",schemaPath:"#/properties/procedures/items/properties/symbol/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data15.routine !== undefined){
let data17 = data15.routine;
if(typeof data17 === "string"){
if(data17.length > 128){
const err54 = {instancePath:instancePath+"/procedures/" + i2+"/routine",schemaPath:"#/properties/procedures/items/properties/routine/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(!pattern5.test(data17)){
const err55 = {instancePath:instancePath+"/procedures/" + i2+"/routine",schemaPath:"#/properties/procedures/items/properties/routine/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
else {
const err56 = {instancePath:instancePath+"/procedures/" + i2+"/routine",schemaPath:"#/properties/procedures/items/properties/routine/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
else {
const err57 = {instancePath:instancePath+"/procedures/" + i2,schemaPath:"#/properties/procedures/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
}
else {
const err58 = {instancePath:instancePath+"/procedures",schemaPath:"#/properties/procedures/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data.switch !== undefined){
let data18 = data.switch;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
if(data18.entry === undefined){
const err59 = {instancePath:instancePath+"/switch",schemaPath:"#/properties/switch/required",keyword:"required",params:{missingProperty: "entry"},message:"must have required property '"+"entry"+"'"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(data18.exit === undefined){
const err60 = {instancePath:instancePath+"/switch",schemaPath:"#/properties/switch/required",keyword:"required",params:{missingProperty: "exit"},message:"must have required property '"+"exit"+"'"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
for(const key4 in data18){
if(!((key4 === "entry") || (key4 === "exit"))){
const err61 = {instancePath:instancePath+"/switch",schemaPath:"#/properties/switch/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data18.entry !== undefined){
let data19 = data18.entry;
if(Array.isArray(data19)){
if(data19.length < 1){
const err62 = {instancePath:instancePath+"/switch/entry",schemaPath:"#/properties/switch/properties/entry/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
const len3 = data19.length;
for(let i3=0; i3<len3; i3++){
let data20 = data19[i3];
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(Object.keys(data20).length > 1){
const err63 = {instancePath:instancePath+"/switch/entry/" + i3,schemaPath:"#/$defs/switchStep/maxProperties",keyword:"maxProperties",params:{limit: 1},message:"must NOT have more than 1 properties"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(Object.keys(data20).length < 1){
const err64 = {instancePath:instancePath+"/switch/entry/" + i3,schemaPath:"#/$defs/switchStep/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
for(const key5 in data20){
if(!(((((key5 === "context") || (key5 === "routine")) || (key5 === "procedure")) || (key5 === "traps")) || (key5 === "vm"))){
const err65 = {instancePath:instancePath+"/switch/entry/" + i3,schemaPath:"#/$defs/switchStep/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data20.context !== undefined){
let data21 = data20.context;
if(typeof data21 !== "string"){
const err66 = {instancePath:instancePath+"/switch/entry/" + i3+"/context",schemaPath:"#/$defs/switchStep/properties/context/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(!((data21 === "host") || (data21 === "guest"))){
const err67 = {instancePath:instancePath+"/switch/entry/" + i3+"/context",schemaPath:"#/$defs/switchStep/properties/context/enum",keyword:"enum",params:{allowedValues: schema64.properties.context.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data20.routine !== undefined){
let data22 = data20.routine;
if(typeof data22 === "string"){
if(data22.length > 128){
const err68 = {instancePath:instancePath+"/switch/entry/" + i3+"/routine",schemaPath:"#/$defs/switchStep/properties/routine/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(!pattern5.test(data22)){
const err69 = {instancePath:instancePath+"/switch/entry/" + i3+"/routine",schemaPath:"#/$defs/switchStep/properties/routine/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
else {
const err70 = {instancePath:instancePath+"/switch/entry/" + i3+"/routine",schemaPath:"#/$defs/switchStep/properties/routine/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data20.procedure !== undefined){
let data23 = data20.procedure;
if(typeof data23 === "string"){
if(data23.length > 128){
const err71 = {instancePath:instancePath+"/switch/entry/" + i3+"/procedure",schemaPath:"#/$defs/switchStep/properties/procedure/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if(!pattern5.test(data23)){
const err72 = {instancePath:instancePath+"/switch/entry/" + i3+"/procedure",schemaPath:"#/$defs/switchStep/properties/procedure/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
else {
const err73 = {instancePath:instancePath+"/switch/entry/" + i3+"/procedure",schemaPath:"#/$defs/switchStep/properties/procedure/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data20.traps !== undefined){
let data24 = data20.traps;
if(typeof data24 !== "string"){
const err74 = {instancePath:instancePath+"/switch/entry/" + i3+"/traps",schemaPath:"#/$defs/switchStep/properties/traps/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if(!((data24 === "activate") || (data24 === "deactivate"))){
const err75 = {instancePath:instancePath+"/switch/entry/" + i3+"/traps",schemaPath:"#/$defs/switchStep/properties/traps/enum",keyword:"enum",params:{allowedValues: schema64.properties.traps.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data20.vm !== undefined){
let data25 = data20.vm;
if(typeof data25 !== "string"){
const err76 = {instancePath:instancePath+"/switch/entry/" + i3+"/vm",schemaPath:"#/$defs/switchStep/properties/vm/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if(!((data25 === "activate") || (data25 === "deactivate"))){
const err77 = {instancePath:instancePath+"/switch/entry/" + i3+"/vm",schemaPath:"#/$defs/switchStep/properties/vm/enum",keyword:"enum",params:{allowedValues: schema64.properties.vm.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
}
else {
const err78 = {instancePath:instancePath+"/switch/entry/" + i3,schemaPath:"#/$defs/switchStep/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
}
else {
const err79 = {instancePath:instancePath+"/switch/entry",schemaPath:"#/properties/switch/properties/entry/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data18.exit !== undefined){
let data26 = data18.exit;
if(Array.isArray(data26)){
if(data26.length < 1){
const err80 = {instancePath:instancePath+"/switch/exit",schemaPath:"#/properties/switch/properties/exit/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
const len4 = data26.length;
for(let i4=0; i4<len4; i4++){
let data27 = data26[i4];
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
if(Object.keys(data27).length > 1){
const err81 = {instancePath:instancePath+"/switch/exit/" + i4,schemaPath:"#/$defs/switchStep/maxProperties",keyword:"maxProperties",params:{limit: 1},message:"must NOT have more than 1 properties"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
if(Object.keys(data27).length < 1){
const err82 = {instancePath:instancePath+"/switch/exit/" + i4,schemaPath:"#/$defs/switchStep/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
for(const key6 in data27){
if(!(((((key6 === "context") || (key6 === "routine")) || (key6 === "procedure")) || (key6 === "traps")) || (key6 === "vm"))){
const err83 = {instancePath:instancePath+"/switch/exit/" + i4,schemaPath:"#/$defs/switchStep/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data27.context !== undefined){
let data28 = data27.context;
if(typeof data28 !== "string"){
const err84 = {instancePath:instancePath+"/switch/exit/" + i4+"/context",schemaPath:"#/$defs/switchStep/properties/context/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
if(!((data28 === "host") || (data28 === "guest"))){
const err85 = {instancePath:instancePath+"/switch/exit/" + i4+"/context",schemaPath:"#/$defs/switchStep/properties/context/enum",keyword:"enum",params:{allowedValues: schema64.properties.context.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data27.routine !== undefined){
let data29 = data27.routine;
if(typeof data29 === "string"){
if(data29.length > 128){
const err86 = {instancePath:instancePath+"/switch/exit/" + i4+"/routine",schemaPath:"#/$defs/switchStep/properties/routine/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
if(!pattern5.test(data29)){
const err87 = {instancePath:instancePath+"/switch/exit/" + i4+"/routine",schemaPath:"#/$defs/switchStep/properties/routine/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
else {
const err88 = {instancePath:instancePath+"/switch/exit/" + i4+"/routine",schemaPath:"#/$defs/switchStep/properties/routine/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(data27.procedure !== undefined){
let data30 = data27.procedure;
if(typeof data30 === "string"){
if(data30.length > 128){
const err89 = {instancePath:instancePath+"/switch/exit/" + i4+"/procedure",schemaPath:"#/$defs/switchStep/properties/procedure/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
if(!pattern5.test(data30)){
const err90 = {instancePath:instancePath+"/switch/exit/" + i4+"/procedure",schemaPath:"#/$defs/switchStep/properties/procedure/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
else {
const err91 = {instancePath:instancePath+"/switch/exit/" + i4+"/procedure",schemaPath:"#/$defs/switchStep/properties/procedure/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
if(data27.traps !== undefined){
let data31 = data27.traps;
if(typeof data31 !== "string"){
const err92 = {instancePath:instancePath+"/switch/exit/" + i4+"/traps",schemaPath:"#/$defs/switchStep/properties/traps/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
if(!((data31 === "activate") || (data31 === "deactivate"))){
const err93 = {instancePath:instancePath+"/switch/exit/" + i4+"/traps",schemaPath:"#/$defs/switchStep/properties/traps/enum",keyword:"enum",params:{allowedValues: schema64.properties.traps.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data27.vm !== undefined){
let data32 = data27.vm;
if(typeof data32 !== "string"){
const err94 = {instancePath:instancePath+"/switch/exit/" + i4+"/vm",schemaPath:"#/$defs/switchStep/properties/vm/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
if(!((data32 === "activate") || (data32 === "deactivate"))){
const err95 = {instancePath:instancePath+"/switch/exit/" + i4+"/vm",schemaPath:"#/$defs/switchStep/properties/vm/enum",keyword:"enum",params:{allowedValues: schema64.properties.vm.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
}
else {
const err96 = {instancePath:instancePath+"/switch/exit/" + i4,schemaPath:"#/$defs/switchStep/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
}
else {
const err97 = {instancePath:instancePath+"/switch/exit",schemaPath:"#/properties/switch/properties/exit/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
}
else {
const err98 = {instancePath:instancePath+"/switch",schemaPath:"#/properties/switch/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
if(data.contexts !== undefined){
let data33 = data.contexts;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
if(data33.guest === undefined){
const err99 = {instancePath:instancePath+"/contexts",schemaPath:"#/properties/contexts/required",keyword:"required",params:{missingProperty: "guest"},message:"must have required property '"+"guest"+"'"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
if(data33.host === undefined){
const err100 = {instancePath:instancePath+"/contexts",schemaPath:"#/properties/contexts/required",keyword:"required",params:{missingProperty: "host"},message:"must have required property '"+"host"+"'"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
for(const key7 in data33){
if(!((key7 === "guest") || (key7 === "host"))){
const err101 = {instancePath:instancePath+"/contexts",schemaPath:"#/properties/contexts/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
if(data33.guest !== undefined){
let data34 = data33.guest;
if(typeof data34 === "string"){
if(data34.length > 500){
const err102 = {instancePath:instancePath+"/contexts/guest",schemaPath:"#/properties/contexts/properties/guest/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
if(!pattern7.test(data34)){
const err103 = {instancePath:instancePath+"/contexts/guest",schemaPath:"#/properties/contexts/properties/guest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$"},message:"must match pattern \""+"^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$"+"\""};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
else {
const err104 = {instancePath:instancePath+"/contexts/guest",schemaPath:"#/properties/contexts/properties/guest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
if(data33.host !== undefined){
let data35 = data33.host;
if(typeof data35 === "string"){
if(data35.length > 500){
const err105 = {instancePath:instancePath+"/contexts/host",schemaPath:"#/properties/contexts/properties/host/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
if(!pattern7.test(data35)){
const err106 = {instancePath:instancePath+"/contexts/host",schemaPath:"#/properties/contexts/properties/host/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$"},message:"must match pattern \""+"^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$"+"\""};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
else {
const err107 = {instancePath:instancePath+"/contexts/host",schemaPath:"#/properties/contexts/properties/host/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
}
else {
const err108 = {instancePath:instancePath+"/contexts",schemaPath:"#/properties/contexts/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
if(data.traps !== undefined){
let data36 = data.traps;
if(Array.isArray(data36)){
const len5 = data36.length;
for(let i5=0; i5<len5; i5++){
if(!(validate39(data36[i5], {instancePath:instancePath+"/traps/" + i5,parentData:data36,parentDataProperty:i5,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
errors = vErrors.length;
}
}
}
else {
const err109 = {instancePath:instancePath+"/traps",schemaPath:"#/properties/traps/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
if(data.vm !== undefined){
let data38 = data.vm;
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
if(data38.register === undefined){
const err110 = {instancePath:instancePath+"/vm",schemaPath:"#/properties/vm/required",keyword:"required",params:{missingProperty: "register"},message:"must have required property '"+"register"+"'"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if(data38.pointer === undefined){
const err111 = {instancePath:instancePath+"/vm",schemaPath:"#/properties/vm/required",keyword:"required",params:{missingProperty: "pointer"},message:"must have required property '"+"pointer"+"'"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
if(data38.member === undefined){
const err112 = {instancePath:instancePath+"/vm",schemaPath:"#/properties/vm/required",keyword:"required",params:{missingProperty: "member"},message:"must have required property '"+"member"+"'"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
for(const key8 in data38){
if(!(((key8 === "register") || (key8 === "pointer")) || (key8 === "member"))){
const err113 = {instancePath:instancePath+"/vm",schemaPath:"#/properties/vm/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
if(data38.register !== undefined){
let data39 = data38.register;
if(typeof data39 === "string"){
if(data39.length > 64){
const err114 = {instancePath:instancePath+"/vm/register",schemaPath:"#/properties/vm/properties/register/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
if(!pattern29.test(data39)){
const err115 = {instancePath:instancePath+"/vm/register",schemaPath:"#/properties/vm/properties/register/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
else {
const err116 = {instancePath:instancePath+"/vm/register",schemaPath:"#/properties/vm/properties/register/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
if(data38.pointer !== undefined){
let data40 = data38.pointer;
if(typeof data40 === "string"){
if(data40.length > 500){
const err117 = {instancePath:instancePath+"/vm/pointer",schemaPath:"#/properties/vm/properties/pointer/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
if(!pattern7.test(data40)){
const err118 = {instancePath:instancePath+"/vm/pointer",schemaPath:"#/properties/vm/properties/pointer/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$"},message:"must match pattern \""+"^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$"+"\""};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
else {
const err119 = {instancePath:instancePath+"/vm/pointer",schemaPath:"#/properties/vm/properties/pointer/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
if(data38.member !== undefined){
let data41 = data38.member;
if(typeof data41 === "string"){
if(data41.length > 500){
const err120 = {instancePath:instancePath+"/vm/member",schemaPath:"#/properties/vm/properties/member/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
if(!pattern7.test(data41)){
const err121 = {instancePath:instancePath+"/vm/member",schemaPath:"#/properties/vm/properties/member/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$"},message:"must match pattern \""+"^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$"+"\""};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
else {
const err122 = {instancePath:instancePath+"/vm/member",schemaPath:"#/properties/vm/properties/member/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
}
else {
const err123 = {instancePath:instancePath+"/vm",schemaPath:"#/properties/vm/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
if(data.fault !== undefined){
let data42 = data.fault;
if(Array.isArray(data42)){
const len6 = data42.length;
for(let i6=0; i6<len6; i6++){
let data43 = data42[i6];
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
if(data43.register === undefined){
const err124 = {instancePath:instancePath+"/fault/" + i6,schemaPath:"#/properties/fault/items/required",keyword:"required",params:{missingProperty: "register"},message:"must have required property '"+"register"+"'"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
if(data43.member === undefined){
const err125 = {instancePath:instancePath+"/fault/" + i6,schemaPath:"#/properties/fault/items/required",keyword:"required",params:{missingProperty: "member"},message:"must have required property '"+"member"+"'"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
if(data43.width === undefined){
const err126 = {instancePath:instancePath+"/fault/" + i6,schemaPath:"#/properties/fault/items/required",keyword:"required",params:{missingProperty: "width"},message:"must have required property '"+"width"+"'"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
for(const key9 in data43){
if(!((((key9 === "register") || (key9 === "member")) || (key9 === "width")) || (key9 === "waive"))){
const err127 = {instancePath:instancePath+"/fault/" + i6,schemaPath:"#/properties/fault/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
if(data43.register !== undefined){
let data44 = data43.register;
if(typeof data44 === "string"){
if(data44.length > 64){
const err128 = {instancePath:instancePath+"/fault/" + i6+"/register",schemaPath:"#/properties/fault/items/properties/register/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
if(!pattern29.test(data44)){
const err129 = {instancePath:instancePath+"/fault/" + i6+"/register",schemaPath:"#/properties/fault/items/properties/register/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
else {
const err130 = {instancePath:instancePath+"/fault/" + i6+"/register",schemaPath:"#/properties/fault/items/properties/register/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
if(data43.member !== undefined){
let data45 = data43.member;
if(typeof data45 === "string"){
if(data45.length > 500){
const err131 = {instancePath:instancePath+"/fault/" + i6+"/member",schemaPath:"#/properties/fault/items/properties/member/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
if(!pattern7.test(data45)){
const err132 = {instancePath:instancePath+"/fault/" + i6+"/member",schemaPath:"#/properties/fault/items/properties/member/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$"},message:"must match pattern \""+"^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$"+"\""};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
else {
const err133 = {instancePath:instancePath+"/fault/" + i6+"/member",schemaPath:"#/properties/fault/items/properties/member/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
if(data43.width !== undefined){
let data46 = data43.width;
if(!(((typeof data46 == "number") && (!(data46 % 1) && !isNaN(data46))) && (isFinite(data46)))){
const err134 = {instancePath:instancePath+"/fault/" + i6+"/width",schemaPath:"#/properties/fault/items/properties/width/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
if(!((data46 === 32) || (data46 === 64))){
const err135 = {instancePath:instancePath+"/fault/" + i6+"/width",schemaPath:"#/properties/fault/items/properties/width/enum",keyword:"enum",params:{allowedValues: schema57.properties.fault.items.properties.width.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
if(data43.waive !== undefined){
let data47 = data43.waive;
if(Array.isArray(data47)){
if(data47.length < 1){
const err136 = {instancePath:instancePath+"/fault/" + i6+"/waive",schemaPath:"#/$defs/waive/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
const len7 = data47.length;
for(let i7=0; i7<len7; i7++){
let data48 = data47[i7];
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
if(data48.code === undefined){
const err137 = {instancePath:instancePath+"/fault/" + i6+"/waive/" + i7,schemaPath:"#/$defs/waive/items/required",keyword:"required",params:{missingProperty: "code"},message:"must have required property '"+"code"+"'"};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
if(data48.because === undefined){
const err138 = {instancePath:instancePath+"/fault/" + i6+"/waive/" + i7,schemaPath:"#/$defs/waive/items/required",keyword:"required",params:{missingProperty: "because"},message:"must have required property '"+"because"+"'"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
for(const key10 in data48){
if(!((key10 === "code") || (key10 === "because"))){
const err139 = {instancePath:instancePath+"/fault/" + i6+"/waive/" + i7,schemaPath:"#/$defs/waive/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
if(data48.code !== undefined){
let data49 = data48.code;
if(typeof data49 === "string"){
if(!pattern8.test(data49)){
const err140 = {instancePath:instancePath+"/fault/" + i6+"/waive/" + i7+"/code",schemaPath:"#/$defs/waive/items/properties/code/pattern",keyword:"pattern",params:{pattern: "^WS[0-9]{3}$"},message:"must match pattern \""+"^WS[0-9]{3}$"+"\""};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
else {
const err141 = {instancePath:instancePath+"/fault/" + i6+"/waive/" + i7+"/code",schemaPath:"#/$defs/waive/items/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
if(data48.because !== undefined){
let data50 = data48.because;
if(typeof data50 === "string"){
if(data50.length < 1){
const err142 = {instancePath:instancePath+"/fault/" + i6+"/waive/" + i7+"/because",schemaPath:"#/$defs/waive/items/properties/because/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
else {
const err143 = {instancePath:instancePath+"/fault/" + i6+"/waive/" + i7+"/because",schemaPath:"#/$defs/waive/items/properties/because/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
}
else {
const err144 = {instancePath:instancePath+"/fault/" + i6+"/waive/" + i7,schemaPath:"#/$defs/waive/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
}
else {
const err145 = {instancePath:instancePath+"/fault/" + i6+"/waive",schemaPath:"#/$defs/waive/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
}
else {
const err146 = {instancePath:instancePath+"/fault/" + i6,schemaPath:"#/properties/fault/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
}
else {
const err147 = {instancePath:instancePath+"/fault",schemaPath:"#/properties/fault/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
if(data.abort !== undefined){
let data51 = data.abort;
if(data51 && typeof data51 == "object" && !Array.isArray(data51)){
if(data51.operation === undefined){
const err148 = {instancePath:instancePath+"/abort",schemaPath:"#/properties/abort/required",keyword:"required",params:{missingProperty: "operation"},message:"must have required property '"+"operation"+"'"};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
if(data51.result === undefined){
const err149 = {instancePath:instancePath+"/abort",schemaPath:"#/properties/abort/required",keyword:"required",params:{missingProperty: "result"},message:"must have required property '"+"result"+"'"};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
if(data51.failed === undefined){
const err150 = {instancePath:instancePath+"/abort",schemaPath:"#/properties/abort/required",keyword:"required",params:{missingProperty: "failed"},message:"must have required property '"+"failed"+"'"};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
if(data51.clobbers === undefined){
const err151 = {instancePath:instancePath+"/abort",schemaPath:"#/properties/abort/required",keyword:"required",params:{missingProperty: "clobbers"},message:"must have required property '"+"clobbers"+"'"};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
for(const key11 in data51){
if(!((((key11 === "operation") || (key11 === "result")) || (key11 === "failed")) || (key11 === "clobbers"))){
const err152 = {instancePath:instancePath+"/abort",schemaPath:"#/properties/abort/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
if(data51.operation !== undefined){
let data52 = data51.operation;
if(typeof data52 === "string"){
if(data52.length > 20){
const err153 = {instancePath:instancePath+"/abort/operation",schemaPath:"#/properties/abort/properties/operation/maxLength",keyword:"maxLength",params:{limit: 20},message:"must NOT have more than 20 characters"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
if(!pattern92.test(data52)){
const err154 = {instancePath:instancePath+"/abort/operation",schemaPath:"#/properties/abort/properties/operation/pattern",keyword:"pattern",params:{pattern: "^[A-Z][A-Z0-9]*$"},message:"must match pattern \""+"^[A-Z][A-Z0-9]*$"+"\""};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
else {
const err155 = {instancePath:instancePath+"/abort/operation",schemaPath:"#/properties/abort/properties/operation/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
if(data51.result !== undefined){
let data53 = data51.result;
if(typeof data53 === "string"){
if(data53.length > 64){
const err156 = {instancePath:instancePath+"/abort/result",schemaPath:"#/properties/abort/properties/result/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
if(!pattern29.test(data53)){
const err157 = {instancePath:instancePath+"/abort/result",schemaPath:"#/properties/abort/properties/result/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
else {
const err158 = {instancePath:instancePath+"/abort/result",schemaPath:"#/properties/abort/properties/result/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
if(data51.failed !== undefined){
let data54 = data51.failed;
if(data54 && typeof data54 == "object" && !Array.isArray(data54)){
if(data54.field === undefined){
const err159 = {instancePath:instancePath+"/abort/failed",schemaPath:"#/properties/abort/properties/failed/required",keyword:"required",params:{missingProperty: "field"},message:"must have required property '"+"field"+"'"};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
if(data54.bit === undefined){
const err160 = {instancePath:instancePath+"/abort/failed",schemaPath:"#/properties/abort/properties/failed/required",keyword:"required",params:{missingProperty: "bit"},message:"must have required property '"+"bit"+"'"};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
for(const key12 in data54){
if(!(((key12 === "field") || (key12 === "bit")) || (key12 === "waive"))){
const err161 = {instancePath:instancePath+"/abort/failed",schemaPath:"#/properties/abort/properties/failed/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
if(data54.field !== undefined){
let data55 = data54.field;
if(typeof data55 === "string"){
if(data55.length > 64){
const err162 = {instancePath:instancePath+"/abort/failed/field",schemaPath:"#/properties/abort/properties/failed/properties/field/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
if(!pattern5.test(data55)){
const err163 = {instancePath:instancePath+"/abort/failed/field",schemaPath:"#/properties/abort/properties/failed/properties/field/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
else {
const err164 = {instancePath:instancePath+"/abort/failed/field",schemaPath:"#/properties/abort/properties/failed/properties/field/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
if(data54.bit !== undefined){
let data56 = data54.bit;
if(!(((typeof data56 == "number") && (!(data56 % 1) && !isNaN(data56))) && (isFinite(data56)))){
const err165 = {instancePath:instancePath+"/abort/failed/bit",schemaPath:"#/properties/abort/properties/failed/properties/bit/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
if((typeof data56 == "number") && (isFinite(data56))){
if(data56 > 63 || isNaN(data56)){
const err166 = {instancePath:instancePath+"/abort/failed/bit",schemaPath:"#/properties/abort/properties/failed/properties/bit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 63},message:"must be <= 63"};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
if(data56 < 0 || isNaN(data56)){
const err167 = {instancePath:instancePath+"/abort/failed/bit",schemaPath:"#/properties/abort/properties/failed/properties/bit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
}
if(data54.waive !== undefined){
let data57 = data54.waive;
if(Array.isArray(data57)){
if(data57.length < 1){
const err168 = {instancePath:instancePath+"/abort/failed/waive",schemaPath:"#/$defs/waive/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
const len8 = data57.length;
for(let i8=0; i8<len8; i8++){
let data58 = data57[i8];
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
if(data58.code === undefined){
const err169 = {instancePath:instancePath+"/abort/failed/waive/" + i8,schemaPath:"#/$defs/waive/items/required",keyword:"required",params:{missingProperty: "code"},message:"must have required property '"+"code"+"'"};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
if(data58.because === undefined){
const err170 = {instancePath:instancePath+"/abort/failed/waive/" + i8,schemaPath:"#/$defs/waive/items/required",keyword:"required",params:{missingProperty: "because"},message:"must have required property '"+"because"+"'"};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
for(const key13 in data58){
if(!((key13 === "code") || (key13 === "because"))){
const err171 = {instancePath:instancePath+"/abort/failed/waive/" + i8,schemaPath:"#/$defs/waive/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
if(data58.code !== undefined){
let data59 = data58.code;
if(typeof data59 === "string"){
if(!pattern8.test(data59)){
const err172 = {instancePath:instancePath+"/abort/failed/waive/" + i8+"/code",schemaPath:"#/$defs/waive/items/properties/code/pattern",keyword:"pattern",params:{pattern: "^WS[0-9]{3}$"},message:"must match pattern \""+"^WS[0-9]{3}$"+"\""};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
}
else {
const err173 = {instancePath:instancePath+"/abort/failed/waive/" + i8+"/code",schemaPath:"#/$defs/waive/items/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
if(data58.because !== undefined){
let data60 = data58.because;
if(typeof data60 === "string"){
if(data60.length < 1){
const err174 = {instancePath:instancePath+"/abort/failed/waive/" + i8+"/because",schemaPath:"#/$defs/waive/items/properties/because/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
else {
const err175 = {instancePath:instancePath+"/abort/failed/waive/" + i8+"/because",schemaPath:"#/$defs/waive/items/properties/because/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
}
else {
const err176 = {instancePath:instancePath+"/abort/failed/waive/" + i8,schemaPath:"#/$defs/waive/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
}
else {
const err177 = {instancePath:instancePath+"/abort/failed/waive",schemaPath:"#/$defs/waive/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
}
else {
const err178 = {instancePath:instancePath+"/abort/failed",schemaPath:"#/properties/abort/properties/failed/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
}
if(data51.clobbers !== undefined){
let data61 = data51.clobbers;
if(Array.isArray(data61)){
const len9 = data61.length;
for(let i9=0; i9<len9; i9++){
let data62 = data61[i9];
if(data62 && typeof data62 == "object" && !Array.isArray(data62)){
if(data62.register === undefined){
const err179 = {instancePath:instancePath+"/abort/clobbers/" + i9,schemaPath:"#/properties/abort/properties/clobbers/items/required",keyword:"required",params:{missingProperty: "register"},message:"must have required property '"+"register"+"'"};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
for(const key14 in data62){
if(!((key14 === "register") || (key14 === "waive"))){
const err180 = {instancePath:instancePath+"/abort/clobbers/" + i9,schemaPath:"#/properties/abort/properties/clobbers/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
if(data62.register !== undefined){
let data63 = data62.register;
if(typeof data63 === "string"){
if(data63.length > 64){
const err181 = {instancePath:instancePath+"/abort/clobbers/" + i9+"/register",schemaPath:"#/properties/abort/properties/clobbers/items/properties/register/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
if(!pattern29.test(data63)){
const err182 = {instancePath:instancePath+"/abort/clobbers/" + i9+"/register",schemaPath:"#/properties/abort/properties/clobbers/items/properties/register/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
}
else {
const err183 = {instancePath:instancePath+"/abort/clobbers/" + i9+"/register",schemaPath:"#/properties/abort/properties/clobbers/items/properties/register/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
}
if(data62.waive !== undefined){
let data64 = data62.waive;
if(Array.isArray(data64)){
if(data64.length < 1){
const err184 = {instancePath:instancePath+"/abort/clobbers/" + i9+"/waive",schemaPath:"#/$defs/waive/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
const len10 = data64.length;
for(let i10=0; i10<len10; i10++){
let data65 = data64[i10];
if(data65 && typeof data65 == "object" && !Array.isArray(data65)){
if(data65.code === undefined){
const err185 = {instancePath:instancePath+"/abort/clobbers/" + i9+"/waive/" + i10,schemaPath:"#/$defs/waive/items/required",keyword:"required",params:{missingProperty: "code"},message:"must have required property '"+"code"+"'"};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
if(data65.because === undefined){
const err186 = {instancePath:instancePath+"/abort/clobbers/" + i9+"/waive/" + i10,schemaPath:"#/$defs/waive/items/required",keyword:"required",params:{missingProperty: "because"},message:"must have required property '"+"because"+"'"};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
for(const key15 in data65){
if(!((key15 === "code") || (key15 === "because"))){
const err187 = {instancePath:instancePath+"/abort/clobbers/" + i9+"/waive/" + i10,schemaPath:"#/$defs/waive/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
}
if(data65.code !== undefined){
let data66 = data65.code;
if(typeof data66 === "string"){
if(!pattern8.test(data66)){
const err188 = {instancePath:instancePath+"/abort/clobbers/" + i9+"/waive/" + i10+"/code",schemaPath:"#/$defs/waive/items/properties/code/pattern",keyword:"pattern",params:{pattern: "^WS[0-9]{3}$"},message:"must match pattern \""+"^WS[0-9]{3}$"+"\""};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
}
else {
const err189 = {instancePath:instancePath+"/abort/clobbers/" + i9+"/waive/" + i10+"/code",schemaPath:"#/$defs/waive/items/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
}
if(data65.because !== undefined){
let data67 = data65.because;
if(typeof data67 === "string"){
if(data67.length < 1){
const err190 = {instancePath:instancePath+"/abort/clobbers/" + i9+"/waive/" + i10+"/because",schemaPath:"#/$defs/waive/items/properties/because/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
}
else {
const err191 = {instancePath:instancePath+"/abort/clobbers/" + i9+"/waive/" + i10+"/because",schemaPath:"#/$defs/waive/items/properties/because/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
}
}
else {
const err192 = {instancePath:instancePath+"/abort/clobbers/" + i9+"/waive/" + i10,schemaPath:"#/$defs/waive/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
}
}
else {
const err193 = {instancePath:instancePath+"/abort/clobbers/" + i9+"/waive",schemaPath:"#/$defs/waive/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
}
}
else {
const err194 = {instancePath:instancePath+"/abort/clobbers/" + i9,schemaPath:"#/properties/abort/properties/clobbers/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
}
}
else {
const err195 = {instancePath:instancePath+"/abort/clobbers",schemaPath:"#/properties/abort/properties/clobbers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
}
}
else {
const err196 = {instancePath:instancePath+"/abort",schemaPath:"#/properties/abort/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
}
if(data.panic !== undefined){
let data68 = data.panic;
if(data68 && typeof data68 == "object" && !Array.isArray(data68)){
if(data68.function === undefined){
const err197 = {instancePath:instancePath+"/panic",schemaPath:"#/properties/panic/required",keyword:"required",params:{missingProperty: "function"},message:"must have required property '"+"function"+"'"};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
if(data68.message === undefined){
const err198 = {instancePath:instancePath+"/panic",schemaPath:"#/properties/panic/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'"};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
if(data68.registers === undefined){
const err199 = {instancePath:instancePath+"/panic",schemaPath:"#/properties/panic/required",keyword:"required",params:{missingProperty: "registers"},message:"must have required property '"+"registers"+"'"};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
if(data68.pstate === undefined){
const err200 = {instancePath:instancePath+"/panic",schemaPath:"#/properties/panic/required",keyword:"required",params:{missingProperty: "pstate"},message:"must have required property '"+"pstate"+"'"};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
for(const key16 in data68){
if(!((((key16 === "function") || (key16 === "message")) || (key16 === "registers")) || (key16 === "pstate"))){
const err201 = {instancePath:instancePath+"/panic",schemaPath:"#/properties/panic/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
}
if(data68.function !== undefined){
let data69 = data68.function;
if(typeof data69 === "string"){
if(data69.length > 128){
const err202 = {instancePath:instancePath+"/panic/function",schemaPath:"#/properties/panic/properties/function/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
if(!pattern5.test(data69)){
const err203 = {instancePath:instancePath+"/panic/function",schemaPath:"#/properties/panic/properties/function/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
}
else {
const err204 = {instancePath:instancePath+"/panic/function",schemaPath:"#/properties/panic/properties/function/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
}
if(data68.message !== undefined){
let data70 = data68.message;
if(typeof data70 === "string"){
if(data70.length > 1000){
const err205 = {instancePath:instancePath+"/panic/message",schemaPath:"#/properties/panic/properties/message/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters"};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
if(data70.length < 1){
const err206 = {instancePath:instancePath+"/panic/message",schemaPath:"#/properties/panic/properties/message/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
}
else {
const err207 = {instancePath:instancePath+"/panic/message",schemaPath:"#/properties/panic/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
}
if(data68.registers !== undefined){
let data71 = data68.registers;
if(Array.isArray(data71)){
if(data71.length > 7){
const err208 = {instancePath:instancePath+"/panic/registers",schemaPath:"#/properties/panic/properties/registers/maxItems",keyword:"maxItems",params:{limit: 7},message:"must NOT have more than 7 items"};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
if(data71.length < 1){
const err209 = {instancePath:instancePath+"/panic/registers",schemaPath:"#/properties/panic/properties/registers/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
const len11 = data71.length;
for(let i11=0; i11<len11; i11++){
let data72 = data71[i11];
if(typeof data72 === "string"){
if(data72.length > 64){
const err210 = {instancePath:instancePath+"/panic/registers/" + i11,schemaPath:"#/properties/panic/properties/registers/items/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
if(!pattern29.test(data72)){
const err211 = {instancePath:instancePath+"/panic/registers/" + i11,schemaPath:"#/properties/panic/properties/registers/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
}
else {
const err212 = {instancePath:instancePath+"/panic/registers/" + i11,schemaPath:"#/properties/panic/properties/registers/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
}
}
else {
const err213 = {instancePath:instancePath+"/panic/registers",schemaPath:"#/properties/panic/properties/registers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
}
if(data68.pstate !== undefined){
let data73 = data68.pstate;
if(typeof data73 === "string"){
if(data73.length > 1000){
const err214 = {instancePath:instancePath+"/panic/pstate",schemaPath:"#/properties/panic/properties/pstate/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters"};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
if(data73.length < 1){
const err215 = {instancePath:instancePath+"/panic/pstate",schemaPath:"#/properties/panic/properties/pstate/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
}
else {
const err216 = {instancePath:instancePath+"/panic/pstate",schemaPath:"#/properties/panic/properties/pstate/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
}
}
else {
const err217 = {instancePath:instancePath+"/panic",schemaPath:"#/properties/panic/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
}
if(data.vectors !== undefined){
let data74 = data.vectors;
if(Array.isArray(data74)){
const len12 = data74.length;
for(let i12=0; i12<len12; i12++){
let data75 = data74[i12];
if(data75 && typeof data75 == "object" && !Array.isArray(data75)){
if(data75.from === undefined){
const err218 = {instancePath:instancePath+"/vectors/" + i12,schemaPath:"#/properties/vectors/items/required",keyword:"required",params:{missingProperty: "from"},message:"must have required property '"+"from"+"'"};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
if(data75.kind === undefined){
const err219 = {instancePath:instancePath+"/vectors/" + i12,schemaPath:"#/properties/vectors/items/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
if(data75.handler === undefined){
const err220 = {instancePath:instancePath+"/vectors/" + i12,schemaPath:"#/properties/vectors/items/required",keyword:"required",params:{missingProperty: "handler"},message:"must have required property '"+"handler"+"'"};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
for(const key17 in data75){
if(!(((key17 === "from") || (key17 === "kind")) || (key17 === "handler"))){
const err221 = {instancePath:instancePath+"/vectors/" + i12,schemaPath:"#/properties/vectors/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
}
if(data75.from !== undefined){
let data76 = data75.from;
if(typeof data76 !== "string"){
const err222 = {instancePath:instancePath+"/vectors/" + i12+"/from",schemaPath:"#/properties/vectors/items/properties/from/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
if(!((((data76 === "EL2t") || (data76 === "EL2h")) || (data76 === "64-bit EL1")) || (data76 === "32-bit EL1"))){
const err223 = {instancePath:instancePath+"/vectors/" + i12+"/from",schemaPath:"#/properties/vectors/items/properties/from/enum",keyword:"enum",params:{allowedValues: schema57.properties.vectors.items.properties.from.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
}
if(data75.kind !== undefined){
let data77 = data75.kind;
if(typeof data77 !== "string"){
const err224 = {instancePath:instancePath+"/vectors/" + i12+"/kind",schemaPath:"#/properties/vectors/items/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
if(!((((data77 === "sync") || (data77 === "irq")) || (data77 === "fiq")) || (data77 === "error"))){
const err225 = {instancePath:instancePath+"/vectors/" + i12+"/kind",schemaPath:"#/properties/vectors/items/properties/kind/enum",keyword:"enum",params:{allowedValues: schema57.properties.vectors.items.properties.kind.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
}
if(data75.handler !== undefined){
let data78 = data75.handler;
if(typeof data78 !== "string"){
const err226 = {instancePath:instancePath+"/vectors/" + i12+"/handler",schemaPath:"#/properties/vectors/items/properties/handler/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
if(!(((data78 === "panic") || (data78 === "sync")) || (data78 === "irq"))){
const err227 = {instancePath:instancePath+"/vectors/" + i12+"/handler",schemaPath:"#/properties/vectors/items/properties/handler/enum",keyword:"enum",params:{allowedValues: schema57.properties.vectors.items.properties.handler.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
}
}
else {
const err228 = {instancePath:instancePath+"/vectors/" + i12,schemaPath:"#/properties/vectors/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
}
}
else {
const err229 = {instancePath:instancePath+"/vectors",schemaPath:"#/properties/vectors/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
}
}
else {
const err230 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
validate34.errors = vErrors;
return errors === 0;
}
validate34.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const validators: Readonly<Record<string, ValidateFunction>> = {
  "asm-offsets": validateAsmOffsets,
  "constants": validateConstants,
  "layout": validateLayout,
  "structs": validateStructs,
  "sysreg-order": validateSysregOrder,
  "sysregs": validateSysregs,
  "world-switch": validateWorldSwitch,
};

export const schemas: Readonly<Record<string, SchemaNode>> = {
  "asm-offsets": {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://worldswitch.dev/schema/language/asm-offsets.schema.json","type":"object","additionalProperties":false,"required":["$schema","symbols"],"properties":{"$schema":{"type":"string","pattern":"(^|/)asm-offsets\\.schema\\.json$","$comment":"the path of asm-offsets.schema.json, such as \"../language/asm-offsets.schema.json\""},"symbols":{"type":"array","items":{"$ref":"#/$defs/symbol"}},"macros":{"type":"array","items":{"$ref":"#/$defs/macro"}}},"$defs":{"symbol":{"type":"object","additionalProperties":false,"required":["symbol","struct","member"],"properties":{"symbol":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"struct":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"member":{"type":"string","pattern":"^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$","maxLength":500,"$comment":"a member path such as arch.ctxt or gp_regs.regs.regs[19]"},"waive":{"$ref":"#/$defs/waive"}}},"macro":{"type":"object","additionalProperties":false,"required":["macro","struct","member"],"properties":{"macro":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"struct":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"member":{"type":"string","pattern":"^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$","maxLength":500,"$comment":"a member path such as arch.ctxt or gp_regs.regs.regs[19]"},"doc":{"type":"string","minLength":1}}},"waive":{"type":"array","minItems":1,"items":{"type":"object","additionalProperties":false,"required":["code","because"],"properties":{"code":{"type":"string","pattern":"^WS[0-9]{3}$","$comment":"a finding's code such as WS305"},"because":{"type":"string","minLength":1}}}}}},
  "constants": {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://worldswitch.dev/schema/language/constants.schema.json","type":"object","additionalProperties":false,"required":["$schema","constants"],"properties":{"$schema":{"type":"string","pattern":"(^|/)constants\\.schema\\.json$","$comment":"the path of constants.schema.json, such as \"../language/constants.schema.json\""},"constants":{"type":"array","items":{"$ref":"#/$defs/constant"}}},"$defs":{"constant":{"type":"object","additionalProperties":false,"required":["name","value"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"value":{"type":"string","minLength":1,"maxLength":1000,"$comment":"an expression such as \"(1 << VA_BITS) - 1\""},"source":{"type":"string","minLength":1},"doc":{"type":"string","minLength":1}}}}},
  "layout": {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://worldswitch.dev/schema/language/layout.schema.json","type":"object","additionalProperties":false,"required":["$schema","name","title","doc","vcpu","context"],"properties":{"$schema":{"type":"string","pattern":"(^|/)layout\\.schema\\.json$","$comment":"the path of layout.schema.json, such as \"../language/layout.schema.json\""},"name":{"type":"string","pattern":"^[a-z0-9][a-z0-9._-]*$","maxLength":100,"$comment":"a name of lower-case letters, digits, \".\", \"_\" and \"-\""},"title":{"type":"string","minLength":1,"maxLength":200},"doc":{"type":"string","minLength":1},"source":{"type":"string","minLength":1},"vcpu":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"context":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"}}},
  "structs": {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://worldswitch.dev/schema/language/structs.schema.json","type":"object","additionalProperties":false,"required":["$schema","structs"],"properties":{"$schema":{"type":"string","pattern":"(^|/)structs\\.schema\\.json$","$comment":"the path of structs.schema.json, such as \"../language/structs.schema.json\""},"structs":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/struct"}}},"$defs":{"struct":{"type":"object","additionalProperties":false,"required":["name","members"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"doc":{"type":"string","minLength":1},"members":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/member"}}}},"member":{"type":"object","additionalProperties":false,"required":["name","type"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"type":{"type":"string","pattern":"^(u8|u16|u32|u64|u128|s8|s16|s32|s64|bool|pointer|opaque|struct [A-Za-z_]\\w*)$","maxLength":140,"$comment":"a type: u8 u16 u32 u64 u128 s8 s16 s32 s64 bool pointer opaque or \"struct NAME\""},"count":{"type":["integer","string"],"minimum":1,"maximum":16777216,"pattern":"^[A-Za-z_][A-Za-z0-9_]*$","$comment":"a number of elements from 1 up, or a constant's name"},"index":{"type":"string","enum":["gpr","fpr","sysreg"]},"size":{"type":"integer","minimum":1,"maximum":16777216},"align":{"type":"integer","enum":[1,2,4,8,16]},"to":{"type":"string","pattern":"^(u8|u16|u32|u64|u128|s8|s16|s32|s64|bool|void|struct [A-Za-z_]\\w*)$","maxLength":140,"$comment":"a type such as \"struct kvm\""},"doc":{"type":"string","minLength":1}},"allOf":[{"if":{"properties":{"type":{"const":"opaque"}},"required":["type"]},"then":{"required":["size","align"]},"else":{"properties":{"size":{"not":{},"$comment":"only an opaque member says its size: other types have one"},"align":{"not":{},"$comment":"only an opaque member says its alignment: other types have one"}}}},{"if":{"properties":{"type":{"const":"pointer"}},"required":["type"]},"then":true,"else":{"properties":{"to":{"not":{},"$comment":"only a pointer points to something"}}}},{"if":{"properties":{"index":true},"required":["index"]},"then":{"required":["count"]}}]}}},
  "sysreg-order": {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://worldswitch.dev/schema/language/sysreg-order.schema.json","type":"object","additionalProperties":false,"required":["$schema","storage","sentinel","count","registers"],"properties":{"$schema":{"type":"string","pattern":"(^|/)sysreg-order\\.schema\\.json$","$comment":"the path of sysreg-order.schema.json, such as \"../language/sysreg-order.schema.json\""},"storage":{"type":"object","additionalProperties":false,"required":["struct","member"],"properties":{"struct":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"member":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"}}},"sentinel":{"type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"doc":{"type":"string","minLength":1}}},"count":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"registers":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/register"}}},"$defs":{"register":{"type":"object","additionalProperties":false,"required":["name","groups"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register's name in the manual's spelling, such as SCTLR_EL1"},"via":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register's name in the manual's spelling, such as SCTLR_EL1"},"groups":{"type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a group's name"}},"waive":{"$ref":"#/$defs/waive"}}},"waive":{"type":"array","minItems":1,"items":{"type":"object","additionalProperties":false,"required":["code","because"],"properties":{"code":{"type":"string","pattern":"^WS[0-9]{3}$","$comment":"a finding's code such as WS305"},"because":{"type":"string","minLength":1}}}}}},
  "sysregs": {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://worldswitch.dev/schema/language/sysregs.schema.json","type":"object","additionalProperties":false,"required":["$schema","group","title","registers"],"properties":{"$schema":{"type":"string"},"group":{"type":"string","pattern":"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},"title":{"type":"string","minLength":1},"registers":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/register"}}},"$defs":{"register":{"type":"object","additionalProperties":false,"required":["name","title","encoding","width","since"],"dependentSchemas":{"fields":{"properties":{"sameFieldsAs":false,"aliasOf":false}}},"dependentRequired":{"fieldsWhen":["fields"]},"properties":{"name":{"$ref":"#/$defs/registerName"},"title":{"type":"string","minLength":1},"section":{"type":"string","pattern":"^[A-Z]\\d+(\\.\\d+)*$"},"note":{"type":"string","minLength":1},"encoding":{"type":"object","additionalProperties":false,"required":["op0","op1","CRn","CRm","op2"],"properties":{"op0":{"type":"integer","minimum":2,"maximum":3},"op1":{"type":"integer","minimum":0,"maximum":7},"CRn":{"type":"integer","minimum":0,"maximum":15},"CRm":{"type":"integer","minimum":0,"maximum":15},"op2":{"type":"integer","minimum":0,"maximum":7}}},"width":{"type":"integer","enum":[32,64]},"since":{"type":"string","enum":["armv8-a","armv8.1-a","armv8.2-a","armv8.3-a","armv8.4-a","armv8.5-a","armv8.6-a"]},"extension":{"type":"string","pattern":"^[a-z][a-z0-9]*$"},"feature":{"type":"string","pattern":"^(FEAT_[A-Za-z0-9_]+|GICv3)$"},"read":{"$ref":"#/$defs/exceptionLevel"},"write":{"$ref":"#/$defs/exceptionLevel"},"aliasOf":{"$ref":"#/$defs/registerName"},"readsAtEL1":{"$ref":"#/$defs/registerName"},"sharesEncodingWith":{"type":"object","additionalProperties":false,"required":["name","because"],"properties":{"name":{"$ref":"#/$defs/registerName"},"because":{"type":"string","enum":["direction","renamed"]}}},"reset":{"type":"string","pattern":"^0x(0|[1-9a-f][0-9a-f]{0,15})$"},"effects":{"type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/$defs/effect"}},"fields":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/field"}},"sameFieldsAs":{"$ref":"#/$defs/registerName"},"fieldsWhen":{"type":"array","minItems":1,"items":{"type":"object","additionalProperties":false,"required":["when"],"oneOf":[{"required":["fields"],"properties":{"fields":true}},{"required":["sameFieldsAs"],"properties":{"sameFieldsAs":true}}],"properties":{"when":{"type":"string","minLength":1},"fields":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/field"}},"sameFieldsAs":{"$ref":"#/$defs/registerName"}}}}}},"registerName":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$"},"exceptionLevel":{"type":"integer","minimum":0,"maximum":2},"effect":{"type":"string","enum":["translation","traps","pstate","stack-pointer","interrupts","timer","constant","debug"]},"field":{"type":"object","additionalProperties":false,"required":["bits"],"oneOf":[{"required":["name"],"properties":{"name":true}},{"required":["reserved"],"properties":{"reserved":true}}],"dependentSchemas":{"reserved":{"properties":{"values":false}}},"properties":{"name":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$"},"bits":{"type":"string","pattern":"^\\d{1,3}(:\\d{1,3})?$"},"reserved":{"type":"string","enum":["RES0","RES1","RAO","RAZ","UNKNOWN","IMPDEF"]},"doc":{"type":"string","minLength":1},"values":{"type":"object","minProperties":1,"propertyNames":{"pattern":"^(0x[0-9a-f]+|0|[1-9][0-9]*)$"},"additionalProperties":{"type":"string","minLength":1}}}}}},
  "world-switch": {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://worldswitch.dev/schema/language/world-switch.schema.json","type":"object","additionalProperties":false,"required":["$schema","section","registers","groups","routines","procedures","switch","contexts","traps","vm","fault","abort","panic","vectors"],"properties":{"$schema":{"type":"string","pattern":"(^|/)world-switch\\.schema\\.json$","$comment":"the path of world-switch.schema.json, such as \"../language/world-switch.schema.json\""},"section":{"type":"object","additionalProperties":false,"required":["name","alignLog2"],"properties":{"name":{"type":"string","pattern":"^\\.[A-Za-z_][A-Za-z0-9_.]*$","maxLength":100,"$comment":"a section's name such as .hyp.text"},"alignLog2":{"type":"string","minLength":1,"maxLength":1000,"$comment":"an expression such as \"(1 << VA_BITS) - 1\""}}},"registers":{"type":"object","additionalProperties":false,"required":["vcpu","exitCode","context","scratch","link"],"properties":{"vcpu":{"type":"string","pattern":"^x([0-9]|[12][0-9]|30)$","$comment":"a general-purpose register x0 to x30"},"exitCode":{"type":"string","pattern":"^x([0-9]|[12][0-9]|30)$","$comment":"a general-purpose register x0 to x30"},"context":{"type":"string","pattern":"^x([0-9]|[12][0-9]|30)$","$comment":"a general-purpose register x0 to x30"},"scratch":{"type":"string","pattern":"^x([0-9]|[12][0-9]|30)$","$comment":"a general-purpose register x0 to x30"},"link":{"type":"string","pattern":"^x([0-9]|[12][0-9]|30)$","$comment":"a general-purpose register x0 to x30"}}},"groups":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/group"}},"routines":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/routine"}},"procedures":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["symbol","routine"],"properties":{"symbol":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"routine":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"}}}},"switch":{"type":"object","additionalProperties":false,"required":["entry","exit"],"properties":{"entry":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/switchStep"}},"exit":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/switchStep"}}}},"contexts":{"type":"object","additionalProperties":false,"required":["guest","host"],"properties":{"guest":{"type":"string","pattern":"^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$","maxLength":500,"$comment":"a member path such as arch.ctxt or gp_regs.regs.regs[19]"},"host":{"type":"string","pattern":"^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$","maxLength":500,"$comment":"a member path such as arch.ctxt or gp_regs.regs.regs[19]"}}},"traps":{"type":"array","items":{"$ref":"#/$defs/trap"}},"vm":{"type":"object","additionalProperties":false,"required":["register","pointer","member"],"properties":{"register":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register's name in the manual's spelling, such as SCTLR_EL1"},"pointer":{"type":"string","pattern":"^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$","maxLength":500,"$comment":"a member path such as arch.ctxt or gp_regs.regs.regs[19]"},"member":{"type":"string","pattern":"^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$","maxLength":500,"$comment":"a member path such as arch.ctxt or gp_regs.regs.regs[19]"}}},"fault":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["register","member","width"],"properties":{"register":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register's name in the manual's spelling, such as SCTLR_EL1"},"member":{"type":"string","pattern":"^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$","maxLength":500,"$comment":"a member path such as arch.ctxt or gp_regs.regs.regs[19]"},"width":{"type":"integer","enum":[32,64]},"waive":{"$ref":"#/$defs/waive"}}}},"abort":{"type":"object","additionalProperties":false,"required":["operation","result","failed","clobbers"],"properties":{"operation":{"type":"string","pattern":"^[A-Z][A-Z0-9]*$","maxLength":20,"$comment":"an address translation operation such as S1E1R"},"result":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register's name in the manual's spelling, such as SCTLR_EL1"},"failed":{"type":"object","additionalProperties":false,"required":["field","bit"],"properties":{"field":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":64,"$comment":"a field's name"},"bit":{"type":"integer","minimum":0,"maximum":63},"waive":{"$ref":"#/$defs/waive"}}},"clobbers":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["register"],"properties":{"register":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register's name in the manual's spelling, such as SCTLR_EL1"},"waive":{"$ref":"#/$defs/waive"}}}}}},"panic":{"type":"object","additionalProperties":false,"required":["function","message","registers","pstate"],"properties":{"function":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"message":{"type":"string","minLength":1,"maxLength":1000,"$comment":"a format string for printk"},"registers":{"type":"array","minItems":1,"maxItems":7,"items":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register's name in the manual's spelling, such as SCTLR_EL1"}},"pstate":{"type":"string","minLength":1,"maxLength":1000,"$comment":"an expression such as \"(1 << VA_BITS) - 1\""}}},"vectors":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["from","kind","handler"],"properties":{"from":{"type":"string","enum":["EL2t","EL2h","64-bit EL1","32-bit EL1"]},"kind":{"type":"string","enum":["sync","irq","fiq","error"]},"handler":{"type":"string","enum":["panic","sync","irq"]}}}}},"$defs":{"group":{"type":"object","additionalProperties":false,"required":["name","doc"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"doc":{"type":"string","minLength":1},"temporaries":{"type":"string","pattern":"^x([0-9]|[12][0-9]|30)(-x([0-9]|[12][0-9]|30))?$","$comment":"general-purpose registers such as \"x4\" or \"x4-x29\""},"base":{"type":"string","enum":["scratch","context"]},"pairs":{"type":"boolean"},"advanceAt":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register's name in the manual's spelling, such as SCTLR_EL1"},"order":{"type":"boolean","const":true},"transfers":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/transfer"}},"waive":{"$ref":"#/$defs/waive"}},"allOf":[{"if":{"properties":{"order":true},"required":["order"]},"then":{"properties":{"transfers":{"not":{},"$comment":"a group has either order or transfers"}}},"else":{"required":["transfers"]}}]},"transfer":{"type":"object","additionalProperties":false,"required":["register","member"],"properties":{"register":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register's name in the manual's spelling, such as SCTLR_EL1"},"member":{"type":"string","pattern":"^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$","maxLength":500,"$comment":"a member path such as arch.ctxt or gp_regs.regs.regs[19]"},"doc":{"type":"string","minLength":1}}},"routine":{"type":"object","additionalProperties":false,"required":["name","doc","steps"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"doc":{"type":"string","minLength":1},"steps":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/step"}},"waive":{"$ref":"#/$defs/waive"}}},"step":{"type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"properties":{"anchor":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"save":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"restore":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"store":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"load":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"push":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"pop":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"unstack":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"call":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"}}},"switchStep":{"type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"properties":{"context":{"type":"string","enum":["host","guest"]},"routine":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"procedure":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"traps":{"type":"string","enum":["activate","deactivate"]},"vm":{"type":"string","enum":["activate","deactivate"]}}},"trap":{"type":"object","additionalProperties":false,"required":["register","activate","deactivate"],"properties":{"register":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register's name in the manual's spelling, such as SCTLR_EL1"},"activate":{"$ref":"#/$defs/trapSetting"},"deactivate":{"$ref":"#/$defs/trapSetting"},"waive":{"$ref":"#/$defs/waive"}}},"trapSetting":{"type":"object","additionalProperties":false,"minProperties":1,"properties":{"members":{"type":"array","minItems":1,"maxItems":4,"items":{"type":"string","pattern":"^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$","maxLength":500,"$comment":"a member path such as arch.ctxt or gp_regs.regs.regs[19]"}},"keep":{"type":"string","minLength":1,"maxLength":1000,"$comment":"an expression such as \"(1 << VA_BITS) - 1\""},"value":{"type":"string","minLength":1,"maxLength":1000,"$comment":"an expression such as \"(1 << VA_BITS) - 1\""},"literal":{"type":"boolean"}},"dependentRequired":{"literal":["value"]}},"waive":{"type":"array","minItems":1,"items":{"type":"object","additionalProperties":false,"required":["code","because"],"properties":{"code":{"type":"string","pattern":"^WS[0-9]{3}$","$comment":"a finding's code such as WS305"},"because":{"type":"string","minLength":1}}}}}},
};
