// Made by scripts/build-validators.mjs from schema/language/. Do not edit.
// @ts-nocheck
import type { SchemaNode, ValidateFunction } from "../validate-function.js";

const names0 = {"$schema":0,"extends":0,"name":0,"title":0,"doc":0,"source":0,"vcpu":0,"context":0,"features":0,"lint":0};
const names1 = {"name":0,"type":0,"count":0,"index":0,"size":0,"align":0,"to":0,"doc":0,"when":0};
const names2 = {"name":0,"title":0,"section":0,"note":0,"encoding":0,"width":0,"since":0,"extension":0,"feature":0,"read":0,"write":0,"aliasOf":0,"readsAtEL1":0,"sharesEncodingWith":0,"reset":0,"effects":0,"fields":0,"sameFieldsAs":0,"fieldsWhen":0};
const names3 = {"regime":0,"stages":0,"by":0,"lastLevel":0,"shareability":0,"el":0,"access":0,"cache":0,"maintenance":0,"to":0,"zero":0};
const names4 = {"$schema":0,"section":0,"registers":0,"groups":0,"routines":0,"procedures":0,"switch":0,"contexts":0,"traps":0,"vm":0,"fault":0,"abort":0,"panic":0,"vectors":0,"barriers":0,"flush":0};
const names5 = {"name":0,"doc":0,"temporaries":0,"base":0,"pairs":0,"advanceAt":0,"order":0,"transfers":0,"waive":0,"when":0};
const names6 = {"anchor":0,"save":0,"restore":0,"store":0,"load":0,"push":0,"pop":0,"unstack":0,"call":0};
"use strict";
const validateA64 = validate20;

const pattern4 = new RegExp("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "u");
const pattern5 = new RegExp("^[a-z][A-Za-z0-9]*$", "u");
const pattern6 = new RegExp("^[a-z0-9]+$", "u");
const pattern7 = new RegExp("^[A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$", "u");
const pattern8 = new RegExp("^(?:[01]+|(?:\\([01]\\))+|[A-Za-z][A-Za-z0-9]*:[0-9]{1,2}|[A-Za-z][A-Za-z0-9]*=[01x]+)(?: (?:[01]+|(?:\\([01]\\))+|[A-Za-z][A-Za-z0-9]*:[0-9]{1,2}|[A-Za-z][A-Za-z0-9]*=[01x]+))*$", "u");
const pattern9 = new RegExp("^[A-Za-z][A-Za-z0-9]*$", "u");
const pattern10 = new RegExp("^[A-Za-z][A-Za-z0-9]*=[01x]+(?: [A-Za-z][A-Za-z0-9]*=[01x]+)*$", "u");
const pattern11 = new RegExp("^[a-z][a-z0-9]*(?:\\.[a-z]+\\([^()]*\\))?(?: .+)?$", "u");
const pattern12 = new RegExp("^[A-Za-z][A-Za-z0-9]*(?:=|!=)[A-Za-z0-9]+(?: [A-Za-z][A-Za-z0-9]*(?:=|!=)[A-Za-z0-9]+)*$", "u");
const pattern16 = new RegExp("^(?:not moveWidePreferred|moveWidePreferred|[A-Za-z][A-Za-z0-9]*(?:(?:=|!=)[01x]+|(?:\\+1)?(?:=|<|>=)[A-Za-z][A-Za-z0-9]*))(?: \\| [A-Za-z][A-Za-z0-9]*(?:(?:=|!=)[01x]+|(?:\\+1)?(?:=|<|>=)[A-Za-z][A-Za-z0-9]*))*$", "u");

function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://worldswitch.dev/schema/language/a64.schema.json" */;
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
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "$schema"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.family === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "family"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.title === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "title"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.instructions === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "instructions"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "$schema") || (key0 === "family")) || (key0 === "title")) || (key0 === "names")) || (key0 === "instructions")) || (key0 === "aliases"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
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
const err5 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.family !== undefined){
let data1 = data.family;
if(typeof data1 === "string"){
if(!pattern4.test(data1)){
const err6 = {instancePath:instancePath+"/family",schemaPath:"#/properties/family/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"}};
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
const err7 = {instancePath:instancePath+"/family",schemaPath:"#/properties/family/type",keyword:"type",params:{type: "string"}};
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
const err8 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/minLength",keyword:"minLength",params:{limit: 1}};
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
const err9 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.names !== undefined){
let data3 = data.names;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.name === undefined){
const err10 = {instancePath:instancePath+"/names/" + i0,schemaPath:"#/properties/names/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data4.values === undefined){
const err11 = {instancePath:instancePath+"/names/" + i0,schemaPath:"#/properties/names/items/required",keyword:"required",params:{missingProperty: "values"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
for(const key1 in data4){
if(!((((key1 === "name") || (key1 === "unnamed")) || (key1 === "values")) || (key1 === "section"))){
const err12 = {instancePath:instancePath+"/names/" + i0,schemaPath:"#/properties/names/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data4.name !== undefined){
let data5 = data4.name;
if(typeof data5 === "string"){
if(!pattern5.test(data5)){
const err13 = {instancePath:instancePath+"/names/" + i0+"/name",schemaPath:"#/properties/names/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][A-Za-z0-9]*$"}};
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
const err14 = {instancePath:instancePath+"/names/" + i0+"/name",schemaPath:"#/properties/names/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data4.unnamed !== undefined){
if(!(data4.unnamed === "hex2")){
const err15 = {instancePath:instancePath+"/names/" + i0+"/unnamed",schemaPath:"#/properties/names/items/properties/unnamed/enum",keyword:"enum",params:{allowedValues: ["hex2"]}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data4.values !== undefined){
let data7 = data4.values;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key2 in data7){
const _errs18 = errors;
if(typeof key2 === "string"){
if(!pattern6.test(key2)){
const err16 = {instancePath:instancePath+"/names/" + i0+"/values",schemaPath:"#/properties/names/items/properties/values/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+$"},propertyName:key2};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
var valid4 = _errs18 === errors;
if(!valid4){
const err17 = {instancePath:instancePath+"/names/" + i0+"/values",schemaPath:"#/properties/names/items/properties/values/propertyNames",keyword:"propertyNames",params:{propertyName: key2}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
for(const key3 in data7){
let data8 = data7[key3];
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
const err18 = {instancePath:instancePath+"/names/" + i0+"/values/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/names/items/properties/values/additionalProperties/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 255 || isNaN(data8)){
const err19 = {instancePath:instancePath+"/names/" + i0+"/values/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/names/items/properties/values/additionalProperties/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data8 < 0 || isNaN(data8)){
const err20 = {instancePath:instancePath+"/names/" + i0+"/values/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/names/items/properties/values/additionalProperties/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
}
else {
const err21 = {instancePath:instancePath+"/names/" + i0+"/values",schemaPath:"#/properties/names/items/properties/values/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data4.section !== undefined){
let data9 = data4.section;
if(typeof data9 === "string"){
if(data9.length < 1){
const err22 = {instancePath:instancePath+"/names/" + i0+"/section",schemaPath:"#/properties/names/items/properties/section/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/names/" + i0+"/section",schemaPath:"#/properties/names/items/properties/section/type",keyword:"type",params:{type: "string"}};
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
const err24 = {instancePath:instancePath+"/names/" + i0,schemaPath:"#/properties/names/items/type",keyword:"type",params:{type: "object"}};
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
const err25 = {instancePath:instancePath+"/names",schemaPath:"#/properties/names/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.instructions !== undefined){
let data10 = data.instructions;
if(Array.isArray(data10)){
const len1 = data10.length;
for(let i1=0; i1<len1; i1++){
let data11 = data10[i1];
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.name === undefined){
const err26 = {instancePath:instancePath+"/instructions/" + i1,schemaPath:"#/properties/instructions/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data11.bits === undefined){
const err27 = {instancePath:instancePath+"/instructions/" + i1,schemaPath:"#/properties/instructions/items/required",keyword:"required",params:{missingProperty: "bits"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data11.asm === undefined){
const err28 = {instancePath:instancePath+"/instructions/" + i1,schemaPath:"#/properties/instructions/items/required",keyword:"required",params:{missingProperty: "asm"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data11.section === undefined){
const err29 = {instancePath:instancePath+"/instructions/" + i1,schemaPath:"#/properties/instructions/items/required",keyword:"required",params:{missingProperty: "section"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
for(const key4 in data11){
if(!((((((key4 === "name") || (key4 === "bits")) || (key4 === "variant")) || (key4 === "unallocated")) || (key4 === "asm")) || (key4 === "section"))){
const err30 = {instancePath:instancePath+"/instructions/" + i1,schemaPath:"#/properties/instructions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data11.name !== undefined){
let data12 = data11.name;
if(typeof data12 === "string"){
if(!pattern7.test(data12)){
const err31 = {instancePath:instancePath+"/instructions/" + i1+"/name",schemaPath:"#/properties/instructions/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/instructions/" + i1+"/name",schemaPath:"#/properties/instructions/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data11.bits !== undefined){
let data13 = data11.bits;
if(typeof data13 === "string"){
if(!pattern8.test(data13)){
const err33 = {instancePath:instancePath+"/instructions/" + i1+"/bits",schemaPath:"#/properties/instructions/items/properties/bits/pattern",keyword:"pattern",params:{pattern: "^(?:[01]+|(?:\\([01]\\))+|[A-Za-z][A-Za-z0-9]*:[0-9]{1,2}|[A-Za-z][A-Za-z0-9]*=[01x]+)(?: (?:[01]+|(?:\\([01]\\))+|[A-Za-z][A-Za-z0-9]*:[0-9]{1,2}|[A-Za-z][A-Za-z0-9]*=[01x]+))*$"}};
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
const err34 = {instancePath:instancePath+"/instructions/" + i1+"/bits",schemaPath:"#/properties/instructions/items/properties/bits/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data11.variant !== undefined){
let data14 = data11.variant;
if(Array.isArray(data14)){
if(data14.length < 1){
const err35 = {instancePath:instancePath+"/instructions/" + i1+"/variant",schemaPath:"#/properties/instructions/items/properties/variant/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
const len2 = data14.length;
for(let i2=0; i2<len2; i2++){
let data15 = data14[i2];
if(typeof data15 === "string"){
if(!pattern9.test(data15)){
const err36 = {instancePath:instancePath+"/instructions/" + i1+"/variant/" + i2,schemaPath:"#/properties/instructions/items/properties/variant/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9]*$"}};
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
const err37 = {instancePath:instancePath+"/instructions/" + i1+"/variant/" + i2,schemaPath:"#/properties/instructions/items/properties/variant/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
let i3 = data14.length;
let j0;
if(i3 > 1){
const indices0 = {};
for(;i3--;){
let item0 = data14[i3];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err38 = {instancePath:instancePath+"/instructions/" + i1+"/variant",schemaPath:"#/properties/instructions/items/properties/variant/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j0}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
break;
}
indices0[item0] = i3;
}
}
}
else {
const err39 = {instancePath:instancePath+"/instructions/" + i1+"/variant",schemaPath:"#/properties/instructions/items/properties/variant/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data11.unallocated !== undefined){
let data16 = data11.unallocated;
if(Array.isArray(data16)){
if(data16.length < 1){
const err40 = {instancePath:instancePath+"/instructions/" + i1+"/unallocated",schemaPath:"#/properties/instructions/items/properties/unallocated/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
const len3 = data16.length;
for(let i4=0; i4<len3; i4++){
let data17 = data16[i4];
if(typeof data17 === "string"){
if(!pattern10.test(data17)){
const err41 = {instancePath:instancePath+"/instructions/" + i1+"/unallocated/" + i4,schemaPath:"#/properties/instructions/items/properties/unallocated/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9]*=[01x]+(?: [A-Za-z][A-Za-z0-9]*=[01x]+)*$"}};
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
const err42 = {instancePath:instancePath+"/instructions/" + i1+"/unallocated/" + i4,schemaPath:"#/properties/instructions/items/properties/unallocated/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
let i5 = data16.length;
let j1;
if(i5 > 1){
const indices1 = {};
for(;i5--;){
let item1 = data16[i5];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err43 = {instancePath:instancePath+"/instructions/" + i1+"/unallocated",schemaPath:"#/properties/instructions/items/properties/unallocated/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j1}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
break;
}
indices1[item1] = i5;
}
}
}
else {
const err44 = {instancePath:instancePath+"/instructions/" + i1+"/unallocated",schemaPath:"#/properties/instructions/items/properties/unallocated/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data11.asm !== undefined){
let data18 = data11.asm;
const _errs42 = errors;
let valid15 = false;
let passing0 = null;
const _errs43 = errors;
if(typeof data18 === "string"){
if(!pattern11.test(data18)){
const err45 = {instancePath:instancePath+"/instructions/" + i1+"/asm",schemaPath:"#/properties/instructions/items/properties/asm/oneOf/0/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(?:\\.[a-z]+\\([^()]*\\))?(?: .+)?$"}};
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
const err46 = {instancePath:instancePath+"/instructions/" + i1+"/asm",schemaPath:"#/properties/instructions/items/properties/asm/oneOf/0/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
var _valid0 = _errs43 === errors;
if(_valid0){
valid15 = true;
passing0 = 0;
}
const _errs45 = errors;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
if(Object.keys(data18).length < 1){
const err47 = {instancePath:instancePath+"/instructions/" + i1+"/asm",schemaPath:"#/properties/instructions/items/properties/asm/oneOf/1/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
for(const key5 in data18){
const _errs47 = errors;
if(typeof key5 === "string"){
if(!pattern12.test(key5)){
const err48 = {instancePath:instancePath+"/instructions/" + i1+"/asm",schemaPath:"#/properties/instructions/items/properties/asm/oneOf/1/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9]*(?:=|!=)[A-Za-z0-9]+(?: [A-Za-z][A-Za-z0-9]*(?:=|!=)[A-Za-z0-9]+)*$"},propertyName:key5};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
var valid16 = _errs47 === errors;
if(!valid16){
const err49 = {instancePath:instancePath+"/instructions/" + i1+"/asm",schemaPath:"#/properties/instructions/items/properties/asm/oneOf/1/propertyNames",keyword:"propertyNames",params:{propertyName: key5}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
for(const key6 in data18){
let data19 = data18[key6];
if(typeof data19 === "string"){
if(!pattern11.test(data19)){
const err50 = {instancePath:instancePath+"/instructions/" + i1+"/asm/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/instructions/items/properties/asm/oneOf/1/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(?:\\.[a-z]+\\([^()]*\\))?(?: .+)?$"}};
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
const err51 = {instancePath:instancePath+"/instructions/" + i1+"/asm/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/instructions/items/properties/asm/oneOf/1/additionalProperties/type",keyword:"type",params:{type: "string"}};
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
const err52 = {instancePath:instancePath+"/instructions/" + i1+"/asm",schemaPath:"#/properties/instructions/items/properties/asm/oneOf/1/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
var _valid0 = _errs45 === errors;
if(_valid0 && valid15){
valid15 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid15 = true;
passing0 = 1;
}
}
if(!valid15){
const err53 = {instancePath:instancePath+"/instructions/" + i1+"/asm",schemaPath:"#/properties/instructions/items/properties/asm/oneOf",keyword:"oneOf",params:{passingSchemas: passing0}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
else {
errors = _errs42;
if(vErrors !== null){
if(_errs42){
vErrors.length = _errs42;
}
else {
vErrors = null;
}
}
}
}
if(data11.section !== undefined){
let data20 = data11.section;
if(typeof data20 === "string"){
if(data20.length < 1){
const err54 = {instancePath:instancePath+"/instructions/" + i1+"/section",schemaPath:"#/properties/instructions/items/properties/section/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
else {
const err55 = {instancePath:instancePath+"/instructions/" + i1+"/section",schemaPath:"#/properties/instructions/items/properties/section/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
else {
const err56 = {instancePath:instancePath+"/instructions/" + i1,schemaPath:"#/properties/instructions/items/type",keyword:"type",params:{type: "object"}};
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
const err57 = {instancePath:instancePath+"/instructions",schemaPath:"#/properties/instructions/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data.aliases !== undefined){
let data21 = data.aliases;
if(Array.isArray(data21)){
const len4 = data21.length;
for(let i6=0; i6<len4; i6++){
let data22 = data21[i6];
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
if(data22.name === undefined){
const err58 = {instancePath:instancePath+"/aliases/" + i6,schemaPath:"#/properties/aliases/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(data22.of === undefined){
const err59 = {instancePath:instancePath+"/aliases/" + i6,schemaPath:"#/properties/aliases/items/required",keyword:"required",params:{missingProperty: "of"}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(data22.asm === undefined){
const err60 = {instancePath:instancePath+"/aliases/" + i6,schemaPath:"#/properties/aliases/items/required",keyword:"required",params:{missingProperty: "asm"}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
for(const key7 in data22){
if(!(((((((key7 === "name") || (key7 === "of")) || (key7 === "when")) || (key7 === "prefer")) || (key7 === "printed")) || (key7 === "asm")) || (key7 === "section"))){
const err61 = {instancePath:instancePath+"/aliases/" + i6,schemaPath:"#/properties/aliases/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data22.name !== undefined){
let data23 = data22.name;
if(typeof data23 === "string"){
if(!pattern7.test(data23)){
const err62 = {instancePath:instancePath+"/aliases/" + i6+"/name",schemaPath:"#/properties/aliases/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$"}};
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
const err63 = {instancePath:instancePath+"/aliases/" + i6+"/name",schemaPath:"#/properties/aliases/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data22.of !== undefined){
let data24 = data22.of;
if(typeof data24 === "string"){
if(!pattern7.test(data24)){
const err64 = {instancePath:instancePath+"/aliases/" + i6+"/of",schemaPath:"#/properties/aliases/items/properties/of/pattern",keyword:"pattern",params:{pattern: "^[A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$"}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
else {
const err65 = {instancePath:instancePath+"/aliases/" + i6+"/of",schemaPath:"#/properties/aliases/items/properties/of/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data22.when !== undefined){
let data25 = data22.when;
if(Array.isArray(data25)){
if(data25.length < 1){
const err66 = {instancePath:instancePath+"/aliases/" + i6+"/when",schemaPath:"#/properties/aliases/items/properties/when/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
const len5 = data25.length;
for(let i7=0; i7<len5; i7++){
let data26 = data25[i7];
if(typeof data26 === "string"){
if(!pattern16.test(data26)){
const err67 = {instancePath:instancePath+"/aliases/" + i6+"/when/" + i7,schemaPath:"#/properties/aliases/items/properties/when/items/pattern",keyword:"pattern",params:{pattern: "^(?:not moveWidePreferred|moveWidePreferred|[A-Za-z][A-Za-z0-9]*(?:(?:=|!=)[01x]+|(?:\\+1)?(?:=|<|>=)[A-Za-z][A-Za-z0-9]*))(?: \\| [A-Za-z][A-Za-z0-9]*(?:(?:=|!=)[01x]+|(?:\\+1)?(?:=|<|>=)[A-Za-z][A-Za-z0-9]*))*$"}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
else {
const err68 = {instancePath:instancePath+"/aliases/" + i6+"/when/" + i7,schemaPath:"#/properties/aliases/items/properties/when/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
let i8 = data25.length;
let j2;
if(i8 > 1){
const indices2 = {};
for(;i8--;){
let item2 = data25[i8];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err69 = {instancePath:instancePath+"/aliases/" + i6+"/when",schemaPath:"#/properties/aliases/items/properties/when/uniqueItems",keyword:"uniqueItems",params:{i: i8, j: j2}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
break;
}
indices2[item2] = i8;
}
}
}
else {
const err70 = {instancePath:instancePath+"/aliases/" + i6+"/when",schemaPath:"#/properties/aliases/items/properties/when/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data22.prefer !== undefined){
let data27 = data22.prefer;
if(Array.isArray(data27)){
if(data27.length < 1){
const err71 = {instancePath:instancePath+"/aliases/" + i6+"/prefer",schemaPath:"#/properties/aliases/items/properties/prefer/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
const len6 = data27.length;
for(let i9=0; i9<len6; i9++){
let data28 = data27[i9];
if(typeof data28 === "string"){
if(!pattern16.test(data28)){
const err72 = {instancePath:instancePath+"/aliases/" + i6+"/prefer/" + i9,schemaPath:"#/properties/aliases/items/properties/prefer/items/pattern",keyword:"pattern",params:{pattern: "^(?:not moveWidePreferred|moveWidePreferred|[A-Za-z][A-Za-z0-9]*(?:(?:=|!=)[01x]+|(?:\\+1)?(?:=|<|>=)[A-Za-z][A-Za-z0-9]*))(?: \\| [A-Za-z][A-Za-z0-9]*(?:(?:=|!=)[01x]+|(?:\\+1)?(?:=|<|>=)[A-Za-z][A-Za-z0-9]*))*$"}};
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
const err73 = {instancePath:instancePath+"/aliases/" + i6+"/prefer/" + i9,schemaPath:"#/properties/aliases/items/properties/prefer/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
let i10 = data27.length;
let j3;
if(i10 > 1){
const indices3 = {};
for(;i10--;){
let item3 = data27[i10];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
const err74 = {instancePath:instancePath+"/aliases/" + i6+"/prefer",schemaPath:"#/properties/aliases/items/properties/prefer/uniqueItems",keyword:"uniqueItems",params:{i: i10, j: j3}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
break;
}
indices3[item3] = i10;
}
}
}
else {
const err75 = {instancePath:instancePath+"/aliases/" + i6+"/prefer",schemaPath:"#/properties/aliases/items/properties/prefer/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data22.printed !== undefined){
if(typeof data22.printed !== "boolean"){
const err76 = {instancePath:instancePath+"/aliases/" + i6+"/printed",schemaPath:"#/properties/aliases/items/properties/printed/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data22.asm !== undefined){
let data30 = data22.asm;
if(typeof data30 === "string"){
if(!pattern11.test(data30)){
const err77 = {instancePath:instancePath+"/aliases/" + i6+"/asm",schemaPath:"#/properties/aliases/items/properties/asm/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(?:\\.[a-z]+\\([^()]*\\))?(?: .+)?$"}};
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
const err78 = {instancePath:instancePath+"/aliases/" + i6+"/asm",schemaPath:"#/properties/aliases/items/properties/asm/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data22.section !== undefined){
let data31 = data22.section;
if(typeof data31 === "string"){
if(data31.length < 1){
const err79 = {instancePath:instancePath+"/aliases/" + i6+"/section",schemaPath:"#/properties/aliases/items/properties/section/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
else {
const err80 = {instancePath:instancePath+"/aliases/" + i6+"/section",schemaPath:"#/properties/aliases/items/properties/section/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
}
else {
const err81 = {instancePath:instancePath+"/aliases/" + i6,schemaPath:"#/properties/aliases/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
}
else {
const err82 = {instancePath:instancePath+"/aliases",schemaPath:"#/properties/aliases/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
}
else {
const err83 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const validateAsmOffsets = validate21;

const pattern19 = new RegExp("(^|/)asm-offsets\\.schema\\.json$", "u");
const pattern20 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
const pattern22 = new RegExp("^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$", "u");
const pattern23 = new RegExp("^WS[0-9]{3}$", "u");

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://worldswitch.dev/schema/language/asm-offsets.schema.json" */;
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
if(data.$schema === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "$schema"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.symbols === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "symbols"}};
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
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
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
if(!pattern19.test(data0)){
const err3 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/pattern",keyword:"pattern",params:{pattern: "(^|/)asm-offsets\\.schema\\.json$"}};
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
const err4 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"}};
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
let data2 = data1[i0];
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.symbol === undefined){
const err5 = {instancePath:instancePath+"/symbols/" + i0,schemaPath:"#/properties/symbols/items/required",keyword:"required",params:{missingProperty: "symbol"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data2.struct === undefined){
const err6 = {instancePath:instancePath+"/symbols/" + i0,schemaPath:"#/properties/symbols/items/required",keyword:"required",params:{missingProperty: "struct"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data2.member === undefined){
const err7 = {instancePath:instancePath+"/symbols/" + i0,schemaPath:"#/properties/symbols/items/required",keyword:"required",params:{missingProperty: "member"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key1 in data2){
if(!(((((key1 === "symbol") || (key1 === "struct")) || (key1 === "member")) || (key1 === "waive")) || (key1 === "when"))){
const err8 = {instancePath:instancePath+"/symbols/" + i0,schemaPath:"#/properties/symbols/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data2.symbol !== undefined){
let data3 = data2.symbol;
if(typeof data3 === "string"){
if(data3.length > 128){
const err9 = {instancePath:instancePath+"/symbols/" + i0+"/symbol",schemaPath:"#/properties/symbols/items/properties/symbol/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!pattern20.test(data3)){
const err10 = {instancePath:instancePath+"/symbols/" + i0+"/symbol",schemaPath:"#/properties/symbols/items/properties/symbol/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
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
const err11 = {instancePath:instancePath+"/symbols/" + i0+"/symbol",schemaPath:"#/properties/symbols/items/properties/symbol/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data2.struct !== undefined){
let data4 = data2.struct;
if(typeof data4 === "string"){
if(data4.length > 128){
const err12 = {instancePath:instancePath+"/symbols/" + i0+"/struct",schemaPath:"#/properties/symbols/items/properties/struct/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!pattern20.test(data4)){
const err13 = {instancePath:instancePath+"/symbols/" + i0+"/struct",schemaPath:"#/properties/symbols/items/properties/struct/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
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
const err14 = {instancePath:instancePath+"/symbols/" + i0+"/struct",schemaPath:"#/properties/symbols/items/properties/struct/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data2.member !== undefined){
let data5 = data2.member;
if(typeof data5 === "string"){
if(data5.length > 500){
const err15 = {instancePath:instancePath+"/symbols/" + i0+"/member",schemaPath:"#/properties/symbols/items/properties/member/maxLength",keyword:"maxLength",params:{limit: 500}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!pattern22.test(data5)){
const err16 = {instancePath:instancePath+"/symbols/" + i0+"/member",schemaPath:"#/properties/symbols/items/properties/member/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$"}};
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
const err17 = {instancePath:instancePath+"/symbols/" + i0+"/member",schemaPath:"#/properties/symbols/items/properties/member/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data2.waive !== undefined){
let data6 = data2.waive;
if(Array.isArray(data6)){
if(data6.length < 1){
const err18 = {instancePath:instancePath+"/symbols/" + i0+"/waive",schemaPath:"#/properties/symbols/items/properties/waive/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
let data7 = data6[i1];
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.code === undefined){
const err19 = {instancePath:instancePath+"/symbols/" + i0+"/waive/" + i1,schemaPath:"#/properties/symbols/items/properties/waive/items/required",keyword:"required",params:{missingProperty: "code"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data7.because === undefined){
const err20 = {instancePath:instancePath+"/symbols/" + i0+"/waive/" + i1,schemaPath:"#/properties/symbols/items/properties/waive/items/required",keyword:"required",params:{missingProperty: "because"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
for(const key2 in data7){
if(!((key2 === "code") || (key2 === "because"))){
const err21 = {instancePath:instancePath+"/symbols/" + i0+"/waive/" + i1,schemaPath:"#/properties/symbols/items/properties/waive/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data7.code !== undefined){
let data8 = data7.code;
if(typeof data8 === "string"){
if(!pattern23.test(data8)){
const err22 = {instancePath:instancePath+"/symbols/" + i0+"/waive/" + i1+"/code",schemaPath:"#/properties/symbols/items/properties/waive/items/properties/code/pattern",keyword:"pattern",params:{pattern: "^WS[0-9]{3}$"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/symbols/" + i0+"/waive/" + i1+"/code",schemaPath:"#/properties/symbols/items/properties/waive/items/properties/code/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data7.because !== undefined){
let data9 = data7.because;
if(typeof data9 === "string"){
if(data9.length < 1){
const err24 = {instancePath:instancePath+"/symbols/" + i0+"/waive/" + i1+"/because",schemaPath:"#/properties/symbols/items/properties/waive/items/properties/because/minLength",keyword:"minLength",params:{limit: 1}};
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
const err25 = {instancePath:instancePath+"/symbols/" + i0+"/waive/" + i1+"/because",schemaPath:"#/properties/symbols/items/properties/waive/items/properties/because/type",keyword:"type",params:{type: "string"}};
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
const err26 = {instancePath:instancePath+"/symbols/" + i0+"/waive/" + i1,schemaPath:"#/properties/symbols/items/properties/waive/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/symbols/" + i0+"/waive",schemaPath:"#/properties/symbols/items/properties/waive/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data2.when !== undefined){
let data10 = data2.when;
if(typeof data10 === "string"){
if(data10.length > 200){
const err28 = {instancePath:instancePath+"/symbols/" + i0+"/when",schemaPath:"#/properties/symbols/items/properties/when/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data10.length < 1){
const err29 = {instancePath:instancePath+"/symbols/" + i0+"/when",schemaPath:"#/properties/symbols/items/properties/when/minLength",keyword:"minLength",params:{limit: 1}};
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
const err30 = {instancePath:instancePath+"/symbols/" + i0+"/when",schemaPath:"#/properties/symbols/items/properties/when/type",keyword:"type",params:{type: "string"}};
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
const err31 = {instancePath:instancePath+"/symbols/" + i0,schemaPath:"#/properties/symbols/items/type",keyword:"type",params:{type: "object"}};
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
else {
const err32 = {instancePath:instancePath+"/symbols",schemaPath:"#/properties/symbols/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.macros !== undefined){
let data11 = data.macros;
if(Array.isArray(data11)){
const len2 = data11.length;
for(let i2=0; i2<len2; i2++){
let data12 = data11[i2];
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.macro === undefined){
const err33 = {instancePath:instancePath+"/macros/" + i2,schemaPath:"#/properties/macros/items/required",keyword:"required",params:{missingProperty: "macro"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(data12.struct === undefined){
const err34 = {instancePath:instancePath+"/macros/" + i2,schemaPath:"#/properties/macros/items/required",keyword:"required",params:{missingProperty: "struct"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(data12.member === undefined){
const err35 = {instancePath:instancePath+"/macros/" + i2,schemaPath:"#/properties/macros/items/required",keyword:"required",params:{missingProperty: "member"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
for(const key3 in data12){
if(!(((((key3 === "macro") || (key3 === "struct")) || (key3 === "member")) || (key3 === "doc")) || (key3 === "when"))){
const err36 = {instancePath:instancePath+"/macros/" + i2,schemaPath:"#/properties/macros/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data12.macro !== undefined){
let data13 = data12.macro;
if(typeof data13 === "string"){
if(data13.length > 128){
const err37 = {instancePath:instancePath+"/macros/" + i2+"/macro",schemaPath:"#/properties/macros/items/properties/macro/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(!pattern20.test(data13)){
const err38 = {instancePath:instancePath+"/macros/" + i2+"/macro",schemaPath:"#/properties/macros/items/properties/macro/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
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
const err39 = {instancePath:instancePath+"/macros/" + i2+"/macro",schemaPath:"#/properties/macros/items/properties/macro/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data12.struct !== undefined){
let data14 = data12.struct;
if(typeof data14 === "string"){
if(data14.length > 128){
const err40 = {instancePath:instancePath+"/macros/" + i2+"/struct",schemaPath:"#/properties/macros/items/properties/struct/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(!pattern20.test(data14)){
const err41 = {instancePath:instancePath+"/macros/" + i2+"/struct",schemaPath:"#/properties/macros/items/properties/struct/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
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
const err42 = {instancePath:instancePath+"/macros/" + i2+"/struct",schemaPath:"#/properties/macros/items/properties/struct/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data12.member !== undefined){
let data15 = data12.member;
if(typeof data15 === "string"){
if(data15.length > 500){
const err43 = {instancePath:instancePath+"/macros/" + i2+"/member",schemaPath:"#/properties/macros/items/properties/member/maxLength",keyword:"maxLength",params:{limit: 500}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(!pattern22.test(data15)){
const err44 = {instancePath:instancePath+"/macros/" + i2+"/member",schemaPath:"#/properties/macros/items/properties/member/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$"}};
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
const err45 = {instancePath:instancePath+"/macros/" + i2+"/member",schemaPath:"#/properties/macros/items/properties/member/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data12.doc !== undefined){
let data16 = data12.doc;
if(typeof data16 === "string"){
if(data16.length < 1){
const err46 = {instancePath:instancePath+"/macros/" + i2+"/doc",schemaPath:"#/properties/macros/items/properties/doc/minLength",keyword:"minLength",params:{limit: 1}};
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
const err47 = {instancePath:instancePath+"/macros/" + i2+"/doc",schemaPath:"#/properties/macros/items/properties/doc/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data12.when !== undefined){
let data17 = data12.when;
if(typeof data17 === "string"){
if(data17.length > 200){
const err48 = {instancePath:instancePath+"/macros/" + i2+"/when",schemaPath:"#/properties/macros/items/properties/when/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(data17.length < 1){
const err49 = {instancePath:instancePath+"/macros/" + i2+"/when",schemaPath:"#/properties/macros/items/properties/when/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
else {
const err50 = {instancePath:instancePath+"/macros/" + i2+"/when",schemaPath:"#/properties/macros/items/properties/when/type",keyword:"type",params:{type: "string"}};
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
const err51 = {instancePath:instancePath+"/macros/" + i2,schemaPath:"#/properties/macros/items/type",keyword:"type",params:{type: "object"}};
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
const err52 = {instancePath:instancePath+"/macros",schemaPath:"#/properties/macros/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
else {
const err53 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const validateConstants = validate22;

const pattern27 = new RegExp("(^|/)constants\\.schema\\.json$", "u");

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://worldswitch.dev/schema/language/constants.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate22.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.$schema === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "$schema"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.constants === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "constants"}};
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
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
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
if(!pattern27.test(data0)){
const err3 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/pattern",keyword:"pattern",params:{pattern: "(^|/)constants\\.schema\\.json$"}};
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
const err4 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"}};
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
const err5 = {instancePath:instancePath+"/constants/" + i0,schemaPath:"#/properties/constants/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data2.value === undefined){
const err6 = {instancePath:instancePath+"/constants/" + i0,schemaPath:"#/properties/constants/items/required",keyword:"required",params:{missingProperty: "value"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key1 in data2){
if(!(((((key1 === "name") || (key1 === "value")) || (key1 === "source")) || (key1 === "doc")) || (key1 === "when"))){
const err7 = {instancePath:instancePath+"/constants/" + i0,schemaPath:"#/properties/constants/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
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
const err8 = {instancePath:instancePath+"/constants/" + i0+"/name",schemaPath:"#/properties/constants/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!pattern20.test(data3)){
const err9 = {instancePath:instancePath+"/constants/" + i0+"/name",schemaPath:"#/properties/constants/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
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
const err10 = {instancePath:instancePath+"/constants/" + i0+"/name",schemaPath:"#/properties/constants/items/properties/name/type",keyword:"type",params:{type: "string"}};
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
const err11 = {instancePath:instancePath+"/constants/" + i0+"/value",schemaPath:"#/properties/constants/items/properties/value/maxLength",keyword:"maxLength",params:{limit: 1000}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data4.length < 1){
const err12 = {instancePath:instancePath+"/constants/" + i0+"/value",schemaPath:"#/properties/constants/items/properties/value/minLength",keyword:"minLength",params:{limit: 1}};
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
const err13 = {instancePath:instancePath+"/constants/" + i0+"/value",schemaPath:"#/properties/constants/items/properties/value/type",keyword:"type",params:{type: "string"}};
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
const err14 = {instancePath:instancePath+"/constants/" + i0+"/source",schemaPath:"#/properties/constants/items/properties/source/minLength",keyword:"minLength",params:{limit: 1}};
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
const err15 = {instancePath:instancePath+"/constants/" + i0+"/source",schemaPath:"#/properties/constants/items/properties/source/type",keyword:"type",params:{type: "string"}};
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
const err16 = {instancePath:instancePath+"/constants/" + i0+"/doc",schemaPath:"#/properties/constants/items/properties/doc/minLength",keyword:"minLength",params:{limit: 1}};
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
const err17 = {instancePath:instancePath+"/constants/" + i0+"/doc",schemaPath:"#/properties/constants/items/properties/doc/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data2.when !== undefined){
let data7 = data2.when;
if(typeof data7 === "string"){
if(data7.length > 200){
const err18 = {instancePath:instancePath+"/constants/" + i0+"/when",schemaPath:"#/properties/constants/items/properties/when/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data7.length < 1){
const err19 = {instancePath:instancePath+"/constants/" + i0+"/when",schemaPath:"#/properties/constants/items/properties/when/minLength",keyword:"minLength",params:{limit: 1}};
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
const err20 = {instancePath:instancePath+"/constants/" + i0+"/when",schemaPath:"#/properties/constants/items/properties/when/type",keyword:"type",params:{type: "string"}};
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
const err21 = {instancePath:instancePath+"/constants/" + i0,schemaPath:"#/properties/constants/items/type",keyword:"type",params:{type: "object"}};
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
const err22 = {instancePath:instancePath+"/constants",schemaPath:"#/properties/constants/type",keyword:"type",params:{type: "array"}};
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
const err23 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}
validate22.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const validateCpu = validate23;

const pattern30 = new RegExp("^(FEAT_[A-Za-z0-9_]+|GICv3)$", "u");
const pattern31 = new RegExp("^[A-Za-z][A-Za-z0-9_]*$", "u");
const pattern32 = new RegExp("^0x[0-9a-f]{1,16}$", "u");

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://worldswitch.dev/schema/language/cpu.schema.json" */;
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
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "$schema"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.cpu === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "cpu"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.title === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "title"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.features === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "features"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.registers === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "registers"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "$schema") || (key0 === "cpu")) || (key0 === "title")) || (key0 === "source")) || (key0 === "features")) || (key0 === "registers")) || (key0 === "flags")) || (key0 === "absent"))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
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
if(typeof data.$schema !== "string"){
const err6 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.cpu !== undefined){
let data1 = data.cpu;
if(typeof data1 === "string"){
if(!pattern4.test(data1)){
const err7 = {instancePath:instancePath+"/cpu",schemaPath:"#/properties/cpu/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"}};
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
const err8 = {instancePath:instancePath+"/cpu",schemaPath:"#/properties/cpu/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.title !== undefined){
let data2 = data.title;
if(typeof data2 === "string"){
if(data2.length < 1){
const err9 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/minLength",keyword:"minLength",params:{limit: 1}};
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
const err10 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.source !== undefined){
let data3 = data.source;
if(typeof data3 === "string"){
if(data3.length < 1){
const err11 = {instancePath:instancePath+"/source",schemaPath:"#/properties/source/minLength",keyword:"minLength",params:{limit: 1}};
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
const err12 = {instancePath:instancePath+"/source",schemaPath:"#/properties/source/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.features !== undefined){
let data4 = data.features;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(typeof data5 === "string"){
if(!pattern30.test(data5)){
const err13 = {instancePath:instancePath+"/features/" + i0,schemaPath:"#/properties/features/items/pattern",keyword:"pattern",params:{pattern: "^(FEAT_[A-Za-z0-9_]+|GICv3)$"}};
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
const err14 = {instancePath:instancePath+"/features/" + i0,schemaPath:"#/properties/features/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
let i1 = data4.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data4[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err15 = {instancePath:instancePath+"/features",schemaPath:"#/properties/features/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err16 = {instancePath:instancePath+"/features",schemaPath:"#/properties/features/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.registers !== undefined){
let data6 = data.registers;
if(Array.isArray(data6)){
const len1 = data6.length;
for(let i2=0; i2<len1; i2++){
let data7 = data6[i2];
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(Object.keys(data7).length < 2){
const err17 = {instancePath:instancePath+"/registers/" + i2,schemaPath:"#/properties/registers/items/minProperties",keyword:"minProperties",params:{limit: 2}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data7.register === undefined){
const err18 = {instancePath:instancePath+"/registers/" + i2,schemaPath:"#/properties/registers/items/required",keyword:"required",params:{missingProperty: "register"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
for(const key1 in data7){
if(!(((key1 === "register") || (key1 === "reset")) || (key1 === "selected"))){
const err19 = {instancePath:instancePath+"/registers/" + i2,schemaPath:"#/properties/registers/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data7.register !== undefined){
let data8 = data7.register;
if(typeof data8 === "string"){
if(!pattern31.test(data8)){
const err20 = {instancePath:instancePath+"/registers/" + i2+"/register",schemaPath:"#/properties/registers/items/properties/register/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"}};
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
const err21 = {instancePath:instancePath+"/registers/" + i2+"/register",schemaPath:"#/properties/registers/items/properties/register/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data7.reset !== undefined){
let data9 = data7.reset;
if(typeof data9 === "string"){
if(!pattern32.test(data9)){
const err22 = {instancePath:instancePath+"/registers/" + i2+"/reset",schemaPath:"#/properties/registers/items/properties/reset/pattern",keyword:"pattern",params:{pattern: "^0x[0-9a-f]{1,16}$"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/registers/" + i2+"/reset",schemaPath:"#/properties/registers/items/properties/reset/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data7.selected !== undefined){
let data10 = data7.selected;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.by === undefined){
const err24 = {instancePath:instancePath+"/registers/" + i2+"/selected",schemaPath:"#/properties/registers/items/properties/selected/required",keyword:"required",params:{missingProperty: "by"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data10.values === undefined){
const err25 = {instancePath:instancePath+"/registers/" + i2+"/selected",schemaPath:"#/properties/registers/items/properties/selected/required",keyword:"required",params:{missingProperty: "values"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
for(const key2 in data10){
if(!((key2 === "by") || (key2 === "values"))){
const err26 = {instancePath:instancePath+"/registers/" + i2+"/selected",schemaPath:"#/properties/registers/items/properties/selected/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data10.by !== undefined){
let data11 = data10.by;
if(typeof data11 === "string"){
if(!pattern31.test(data11)){
const err27 = {instancePath:instancePath+"/registers/" + i2+"/selected/by",schemaPath:"#/properties/registers/items/properties/selected/properties/by/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"}};
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
const err28 = {instancePath:instancePath+"/registers/" + i2+"/selected/by",schemaPath:"#/properties/registers/items/properties/selected/properties/by/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data10.values !== undefined){
let data12 = data10.values;
if(Array.isArray(data12)){
if(data12.length < 1){
const err29 = {instancePath:instancePath+"/registers/" + i2+"/selected/values",schemaPath:"#/properties/registers/items/properties/selected/properties/values/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
const len2 = data12.length;
for(let i3=0; i3<len2; i3++){
let data13 = data12[i3];
if(typeof data13 === "string"){
if(!pattern32.test(data13)){
const err30 = {instancePath:instancePath+"/registers/" + i2+"/selected/values/" + i3,schemaPath:"#/properties/registers/items/properties/selected/properties/values/items/pattern",keyword:"pattern",params:{pattern: "^0x[0-9a-f]{1,16}$"}};
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
const err31 = {instancePath:instancePath+"/registers/" + i2+"/selected/values/" + i3,schemaPath:"#/properties/registers/items/properties/selected/properties/values/items/type",keyword:"type",params:{type: "string"}};
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
else {
const err32 = {instancePath:instancePath+"/registers/" + i2+"/selected/values",schemaPath:"#/properties/registers/items/properties/selected/properties/values/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/registers/" + i2+"/selected",schemaPath:"#/properties/registers/items/properties/selected/type",keyword:"type",params:{type: "object"}};
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
const err34 = {instancePath:instancePath+"/registers/" + i2,schemaPath:"#/properties/registers/items/type",keyword:"type",params:{type: "object"}};
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
const err35 = {instancePath:instancePath+"/registers",schemaPath:"#/properties/registers/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.flags !== undefined){
let data14 = data.flags;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
for(const key3 in data14){
if(!((((key3 === "N") || (key3 === "Z")) || (key3 === "C")) || (key3 === "V"))){
const err36 = {instancePath:instancePath+"/flags",schemaPath:"#/properties/flags/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data14.N !== undefined){
let data15 = data14.N;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err37 = {instancePath:instancePath+"/flags/N",schemaPath:"#/properties/flags/properties/N/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 1 || isNaN(data15)){
const err38 = {instancePath:instancePath+"/flags/N",schemaPath:"#/properties/flags/properties/N/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(data15 < 0 || isNaN(data15)){
const err39 = {instancePath:instancePath+"/flags/N",schemaPath:"#/properties/flags/properties/N/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data14.Z !== undefined){
let data16 = data14.Z;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
const err40 = {instancePath:instancePath+"/flags/Z",schemaPath:"#/properties/flags/properties/Z/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 > 1 || isNaN(data16)){
const err41 = {instancePath:instancePath+"/flags/Z",schemaPath:"#/properties/flags/properties/Z/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(data16 < 0 || isNaN(data16)){
const err42 = {instancePath:instancePath+"/flags/Z",schemaPath:"#/properties/flags/properties/Z/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data14.C !== undefined){
let data17 = data14.C;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
const err43 = {instancePath:instancePath+"/flags/C",schemaPath:"#/properties/flags/properties/C/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 > 1 || isNaN(data17)){
const err44 = {instancePath:instancePath+"/flags/C",schemaPath:"#/properties/flags/properties/C/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(data17 < 0 || isNaN(data17)){
const err45 = {instancePath:instancePath+"/flags/C",schemaPath:"#/properties/flags/properties/C/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data14.V !== undefined){
let data18 = data14.V;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
const err46 = {instancePath:instancePath+"/flags/V",schemaPath:"#/properties/flags/properties/V/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 > 1 || isNaN(data18)){
const err47 = {instancePath:instancePath+"/flags/V",schemaPath:"#/properties/flags/properties/V/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data18 < 0 || isNaN(data18)){
const err48 = {instancePath:instancePath+"/flags/V",schemaPath:"#/properties/flags/properties/V/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
}
else {
const err49 = {instancePath:instancePath+"/flags",schemaPath:"#/properties/flags/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data.absent !== undefined){
let data19 = data.absent;
if(Array.isArray(data19)){
const len3 = data19.length;
for(let i4=0; i4<len3; i4++){
let data20 = data19[i4];
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.registers === undefined){
const err50 = {instancePath:instancePath+"/absent/" + i4,schemaPath:"#/properties/absent/items/required",keyword:"required",params:{missingProperty: "registers"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(data20.because === undefined){
const err51 = {instancePath:instancePath+"/absent/" + i4,schemaPath:"#/properties/absent/items/required",keyword:"required",params:{missingProperty: "because"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
for(const key4 in data20){
if(!((key4 === "registers") || (key4 === "because"))){
const err52 = {instancePath:instancePath+"/absent/" + i4,schemaPath:"#/properties/absent/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data20.registers !== undefined){
let data21 = data20.registers;
if(Array.isArray(data21)){
if(data21.length < 1){
const err53 = {instancePath:instancePath+"/absent/" + i4+"/registers",schemaPath:"#/properties/absent/items/properties/registers/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
const len4 = data21.length;
for(let i5=0; i5<len4; i5++){
let data22 = data21[i5];
if(typeof data22 === "string"){
if(!pattern31.test(data22)){
const err54 = {instancePath:instancePath+"/absent/" + i4+"/registers/" + i5,schemaPath:"#/properties/absent/items/properties/registers/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
else {
const err55 = {instancePath:instancePath+"/absent/" + i4+"/registers/" + i5,schemaPath:"#/properties/absent/items/properties/registers/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
else {
const err56 = {instancePath:instancePath+"/absent/" + i4+"/registers",schemaPath:"#/properties/absent/items/properties/registers/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data20.because !== undefined){
let data23 = data20.because;
if(typeof data23 === "string"){
if(data23.length < 1){
const err57 = {instancePath:instancePath+"/absent/" + i4+"/because",schemaPath:"#/properties/absent/items/properties/because/minLength",keyword:"minLength",params:{limit: 1}};
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
const err58 = {instancePath:instancePath+"/absent/" + i4+"/because",schemaPath:"#/properties/absent/items/properties/because/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
else {
const err59 = {instancePath:instancePath+"/absent/" + i4,schemaPath:"#/properties/absent/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
else {
const err60 = {instancePath:instancePath+"/absent",schemaPath:"#/properties/absent/type",keyword:"type",params:{type: "array"}};
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
const err61 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
validate23.errors = vErrors;
return errors === 0;
}
validate23.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const validateEncodingGroups = validate24;

const pattern36 = new RegExp("^[01x]{32}$", "u");

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://worldswitch.dev/schema/language/encoding-groups.schema.json" */;
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
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "$schema"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.title === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "title"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.groups === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "groups"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "$schema") || (key0 === "title")) || (key0 === "groups"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.$schema !== undefined){
if(typeof data.$schema !== "string"){
const err4 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.title !== undefined){
let data1 = data.title;
if(typeof data1 === "string"){
if(data1.length < 1){
const err5 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/minLength",keyword:"minLength",params:{limit: 1}};
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
const err6 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
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
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.name === undefined){
const err7 = {instancePath:instancePath+"/groups/" + i0,schemaPath:"#/properties/groups/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data3.bits === undefined){
const err8 = {instancePath:instancePath+"/groups/" + i0,schemaPath:"#/properties/groups/items/required",keyword:"required",params:{missingProperty: "bits"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data3.section === undefined){
const err9 = {instancePath:instancePath+"/groups/" + i0,schemaPath:"#/properties/groups/items/required",keyword:"required",params:{missingProperty: "section"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key1 in data3){
if(!(((key1 === "name") || (key1 === "bits")) || (key1 === "section"))){
const err10 = {instancePath:instancePath+"/groups/" + i0,schemaPath:"#/properties/groups/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data3.name !== undefined){
let data4 = data3.name;
if(typeof data4 === "string"){
if(data4.length < 1){
const err11 = {instancePath:instancePath+"/groups/" + i0+"/name",schemaPath:"#/properties/groups/items/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
const err12 = {instancePath:instancePath+"/groups/" + i0+"/name",schemaPath:"#/properties/groups/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data3.bits !== undefined){
let data5 = data3.bits;
if(typeof data5 === "string"){
if(!pattern36.test(data5)){
const err13 = {instancePath:instancePath+"/groups/" + i0+"/bits",schemaPath:"#/properties/groups/items/properties/bits/pattern",keyword:"pattern",params:{pattern: "^[01x]{32}$"}};
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
const err14 = {instancePath:instancePath+"/groups/" + i0+"/bits",schemaPath:"#/properties/groups/items/properties/bits/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data3.section !== undefined){
let data6 = data3.section;
if(typeof data6 === "string"){
if(data6.length < 1){
const err15 = {instancePath:instancePath+"/groups/" + i0+"/section",schemaPath:"#/properties/groups/items/properties/section/minLength",keyword:"minLength",params:{limit: 1}};
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
const err16 = {instancePath:instancePath+"/groups/" + i0+"/section",schemaPath:"#/properties/groups/items/properties/section/type",keyword:"type",params:{type: "string"}};
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
const err17 = {instancePath:instancePath+"/groups/" + i0,schemaPath:"#/properties/groups/items/type",keyword:"type",params:{type: "object"}};
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
const err18 = {instancePath:instancePath+"/groups",schemaPath:"#/properties/groups/type",keyword:"type",params:{type: "array"}};
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
const err19 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}
validate24.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const validateLayout = validate25;

const func1 = Object.prototype.hasOwnProperty;
const pattern37 = new RegExp("(^|/)layout\\.schema\\.json$", "u");
const pattern38 = new RegExp("^\\.\\./[a-z0-9][a-z0-9._-]*$", "u");
const pattern39 = new RegExp("^[a-z0-9][a-z0-9._-]*$", "u");
const pattern42 = new RegExp("^[a-z][a-z0-9_-]*$", "u");
const pattern43 = new RegExp("^WS3[0-9]{2}$", "u");

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://worldswitch.dev/schema/language/layout.schema.json" */;
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
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "$schema"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.title === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "title"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.doc === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "doc"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.vcpu === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "vcpu"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.context === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "context"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(names0, key0))){
const err6 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
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
if(!pattern37.test(data0)){
const err7 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/pattern",keyword:"pattern",params:{pattern: "(^|/)layout\\.schema\\.json$"}};
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
const err8 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.extends !== undefined){
let data1 = data.extends;
if(typeof data1 === "string"){
if(data1.length > 103){
const err9 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/maxLength",keyword:"maxLength",params:{limit: 103}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!pattern38.test(data1)){
const err10 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/pattern",keyword:"pattern",params:{pattern: "^\\.\\./[a-z0-9][a-z0-9._-]*$"}};
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
const err11 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.name !== undefined){
let data2 = data.name;
if(typeof data2 === "string"){
if(data2.length > 100){
const err12 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/maxLength",keyword:"maxLength",params:{limit: 100}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!pattern39.test(data2)){
const err13 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9._-]*$"}};
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
const err14 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.title !== undefined){
let data3 = data.title;
if(typeof data3 === "string"){
if(data3.length > 200){
const err15 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data3.length < 1){
const err16 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/minLength",keyword:"minLength",params:{limit: 1}};
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
const err17 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.doc !== undefined){
let data4 = data.doc;
if(typeof data4 === "string"){
if(data4.length < 1){
const err18 = {instancePath:instancePath+"/doc",schemaPath:"#/properties/doc/minLength",keyword:"minLength",params:{limit: 1}};
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
const err19 = {instancePath:instancePath+"/doc",schemaPath:"#/properties/doc/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.source !== undefined){
let data5 = data.source;
if(typeof data5 === "string"){
if(data5.length < 1){
const err20 = {instancePath:instancePath+"/source",schemaPath:"#/properties/source/minLength",keyword:"minLength",params:{limit: 1}};
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
const err21 = {instancePath:instancePath+"/source",schemaPath:"#/properties/source/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.vcpu !== undefined){
let data6 = data.vcpu;
if(typeof data6 === "string"){
if(data6.length > 128){
const err22 = {instancePath:instancePath+"/vcpu",schemaPath:"#/properties/vcpu/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(!pattern20.test(data6)){
const err23 = {instancePath:instancePath+"/vcpu",schemaPath:"#/properties/vcpu/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
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
const err24 = {instancePath:instancePath+"/vcpu",schemaPath:"#/properties/vcpu/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.context !== undefined){
let data7 = data.context;
if(typeof data7 === "string"){
if(data7.length > 128){
const err25 = {instancePath:instancePath+"/context",schemaPath:"#/properties/context/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(!pattern20.test(data7)){
const err26 = {instancePath:instancePath+"/context",schemaPath:"#/properties/context/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
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
const err27 = {instancePath:instancePath+"/context",schemaPath:"#/properties/context/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.features !== undefined){
let data8 = data.features;
if(Array.isArray(data8)){
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
let data9 = data8[i0];
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.name === undefined){
const err28 = {instancePath:instancePath+"/features/" + i0,schemaPath:"#/properties/features/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data9.doc === undefined){
const err29 = {instancePath:instancePath+"/features/" + i0,schemaPath:"#/properties/features/items/required",keyword:"required",params:{missingProperty: "doc"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data9.default === undefined){
const err30 = {instancePath:instancePath+"/features/" + i0,schemaPath:"#/properties/features/items/required",keyword:"required",params:{missingProperty: "default"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
for(const key1 in data9){
if(!(((key1 === "name") || (key1 === "doc")) || (key1 === "default"))){
const err31 = {instancePath:instancePath+"/features/" + i0,schemaPath:"#/properties/features/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data9.name !== undefined){
let data10 = data9.name;
if(typeof data10 === "string"){
if(data10.length > 64){
const err32 = {instancePath:instancePath+"/features/" + i0+"/name",schemaPath:"#/properties/features/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(!pattern42.test(data10)){
const err33 = {instancePath:instancePath+"/features/" + i0+"/name",schemaPath:"#/properties/features/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_-]*$"}};
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
const err34 = {instancePath:instancePath+"/features/" + i0+"/name",schemaPath:"#/properties/features/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data9.doc !== undefined){
let data11 = data9.doc;
if(typeof data11 === "string"){
if(data11.length < 1){
const err35 = {instancePath:instancePath+"/features/" + i0+"/doc",schemaPath:"#/properties/features/items/properties/doc/minLength",keyword:"minLength",params:{limit: 1}};
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
const err36 = {instancePath:instancePath+"/features/" + i0+"/doc",schemaPath:"#/properties/features/items/properties/doc/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data9.default !== undefined){
if(typeof data9.default !== "boolean"){
const err37 = {instancePath:instancePath+"/features/" + i0+"/default",schemaPath:"#/properties/features/items/properties/default/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
else {
const err38 = {instancePath:instancePath+"/features/" + i0,schemaPath:"#/properties/features/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
else {
const err39 = {instancePath:instancePath+"/features",schemaPath:"#/properties/features/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.lint !== undefined){
let data13 = data.lint;
if(Array.isArray(data13)){
const len1 = data13.length;
for(let i1=0; i1<len1; i1++){
let data14 = data13[i1];
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.code === undefined){
const err40 = {instancePath:instancePath+"/lint/" + i1,schemaPath:"#/properties/lint/items/required",keyword:"required",params:{missingProperty: "code"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data14.severity === undefined){
const err41 = {instancePath:instancePath+"/lint/" + i1,schemaPath:"#/properties/lint/items/required",keyword:"required",params:{missingProperty: "severity"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(data14.because === undefined){
const err42 = {instancePath:instancePath+"/lint/" + i1,schemaPath:"#/properties/lint/items/required",keyword:"required",params:{missingProperty: "because"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
for(const key2 in data14){
if(!(((key2 === "code") || (key2 === "severity")) || (key2 === "because"))){
const err43 = {instancePath:instancePath+"/lint/" + i1,schemaPath:"#/properties/lint/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data14.code !== undefined){
let data15 = data14.code;
if(typeof data15 === "string"){
if(!pattern43.test(data15)){
const err44 = {instancePath:instancePath+"/lint/" + i1+"/code",schemaPath:"#/properties/lint/items/properties/code/pattern",keyword:"pattern",params:{pattern: "^WS3[0-9]{2}$"}};
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
const err45 = {instancePath:instancePath+"/lint/" + i1+"/code",schemaPath:"#/properties/lint/items/properties/code/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data14.severity !== undefined){
let data16 = data14.severity;
if(typeof data16 !== "string"){
const err46 = {instancePath:instancePath+"/lint/" + i1+"/severity",schemaPath:"#/properties/lint/items/properties/severity/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(!((((data16 === "off") || (data16 === "note")) || (data16 === "warning")) || (data16 === "error"))){
const err47 = {instancePath:instancePath+"/lint/" + i1+"/severity",schemaPath:"#/properties/lint/items/properties/severity/enum",keyword:"enum",params:{allowedValues: ["off","note","warning","error"]}};
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
let data17 = data14.because;
if(typeof data17 === "string"){
if(data17.length < 1){
const err48 = {instancePath:instancePath+"/lint/" + i1+"/because",schemaPath:"#/properties/lint/items/properties/because/minLength",keyword:"minLength",params:{limit: 1}};
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
const err49 = {instancePath:instancePath+"/lint/" + i1+"/because",schemaPath:"#/properties/lint/items/properties/because/type",keyword:"type",params:{type: "string"}};
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
const err50 = {instancePath:instancePath+"/lint/" + i1,schemaPath:"#/properties/lint/items/type",keyword:"type",params:{type: "object"}};
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
const err51 = {instancePath:instancePath+"/lint",schemaPath:"#/properties/lint/type",keyword:"type",params:{type: "array"}};
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
const err52 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
validate25.errors = vErrors;
return errors === 0;
}
validate25.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const validateStructs = validate26;

const pattern44 = new RegExp("(^|/)structs\\.schema\\.json$", "u");
const pattern47 = new RegExp("^(u8|u16|u32|u64|u128|s8|s16|s32|s64|bool|pointer|opaque|struct [A-Za-z_]\\w*)$", "u");
const pattern49 = new RegExp("^(u8|u16|u32|u64|u128|s8|s16|s32|s64|bool|void|struct [A-Za-z_]\\w*)$", "u");

function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://worldswitch.dev/schema/language/structs.schema.json" */;
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
if(data.$schema === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "$schema"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.structs === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "structs"}};
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
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
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
if(!pattern44.test(data0)){
const err3 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/pattern",keyword:"pattern",params:{pattern: "(^|/)structs\\.schema\\.json$"}};
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
const err4 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"}};
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
const err5 = {instancePath:instancePath+"/structs",schemaPath:"#/properties/structs/minItems",keyword:"minItems",params:{limit: 1}};
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
let data2 = data1[i0];
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.name === undefined){
const err6 = {instancePath:instancePath+"/structs/" + i0,schemaPath:"#/properties/structs/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data2.members === undefined){
const err7 = {instancePath:instancePath+"/structs/" + i0,schemaPath:"#/properties/structs/items/required",keyword:"required",params:{missingProperty: "members"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key1 in data2){
if(!((((key1 === "name") || (key1 === "doc")) || (key1 === "members")) || (key1 === "when"))){
const err8 = {instancePath:instancePath+"/structs/" + i0,schemaPath:"#/properties/structs/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 === "string"){
if(data3.length > 128){
const err9 = {instancePath:instancePath+"/structs/" + i0+"/name",schemaPath:"#/properties/structs/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!pattern20.test(data3)){
const err10 = {instancePath:instancePath+"/structs/" + i0+"/name",schemaPath:"#/properties/structs/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
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
const err11 = {instancePath:instancePath+"/structs/" + i0+"/name",schemaPath:"#/properties/structs/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data2.doc !== undefined){
let data4 = data2.doc;
if(typeof data4 === "string"){
if(data4.length < 1){
const err12 = {instancePath:instancePath+"/structs/" + i0+"/doc",schemaPath:"#/properties/structs/items/properties/doc/minLength",keyword:"minLength",params:{limit: 1}};
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
const err13 = {instancePath:instancePath+"/structs/" + i0+"/doc",schemaPath:"#/properties/structs/items/properties/doc/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data2.members !== undefined){
let data5 = data2.members;
if(Array.isArray(data5)){
if(data5.length < 1){
const err14 = {instancePath:instancePath+"/structs/" + i0+"/members",schemaPath:"#/properties/structs/items/properties/members/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
let data6 = data5[i1];
const _errs20 = errors;
let valid7 = true;
const _errs21 = errors;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing0;
if((data6.type === undefined) && (missing0 = "type")){
errors++;
}
else {
if(data6.type !== undefined){
if("opaque" !== data6.type){
errors++;
}
}
}
}
var _valid0 = _errs21 === errors;
errors = _errs20;
if(vErrors !== null){
if(_errs20){
vErrors.length = _errs20;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs23 = errors;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.size === undefined){
const err17 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1,schemaPath:"#/properties/structs/items/properties/members/items/allOf/0/then/required",keyword:"required",params:{missingProperty: "size"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data6.align === undefined){
const err18 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1,schemaPath:"#/properties/structs/items/properties/members/items/allOf/0/then/required",keyword:"required",params:{missingProperty: "align"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
var _valid0 = _errs23 === errors;
valid7 = _valid0;
ifClause0 = "then";
}
else {
const _errs24 = errors;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.size !== undefined){
const err19 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1+"/size",schemaPath:"#/properties/structs/items/properties/members/items/allOf/0/else/properties/size/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data6.align !== undefined){
const err20 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1+"/align",schemaPath:"#/properties/structs/items/properties/members/items/allOf/0/else/properties/align/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
var _valid0 = _errs24 === errors;
valid7 = _valid0;
if(valid7){
var props0 = {};
props0.size = true;
props0.align = true;
props0.type = true;
}
ifClause0 = "else";
}
if(!valid7){
const err21 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1,schemaPath:"#/properties/structs/items/properties/members/items/allOf/0/if",keyword:"if",params:{failingKeyword: ifClause0}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
const _errs32 = errors;
let valid10 = true;
const _errs33 = errors;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing1;
if((data6.type === undefined) && (missing1 = "type")){
errors++;
}
else {
if(data6.type !== undefined){
if("pointer" !== data6.type){
errors++;
}
}
}
}
var _valid1 = _errs33 === errors;
errors = _errs32;
if(vErrors !== null){
if(_errs32){
vErrors.length = _errs32;
}
else {
vErrors = null;
}
}
if(!_valid1){
const _errs35 = errors;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.to !== undefined){
const err24 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1+"/to",schemaPath:"#/properties/structs/items/properties/members/items/allOf/1/else/properties/to/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
var _valid1 = _errs35 === errors;
valid10 = _valid1;
if(valid10){
var props1 = {};
props1.to = true;
props1.type = true;
}
}
if(!valid10){
const err25 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1,schemaPath:"#/properties/structs/items/properties/members/items/allOf/1/if",keyword:"if",params:{failingKeyword: "else"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
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
const _errs40 = errors;
let valid13 = true;
const _errs41 = errors;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing2;
if((data6.index === undefined) && (missing2 = "index")){
errors++;
}
}
var _valid2 = _errs41 === errors;
errors = _errs40;
if(vErrors !== null){
if(_errs40){
vErrors.length = _errs40;
}
else {
vErrors = null;
}
}
if(_valid2){
const _errs42 = errors;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.count === undefined){
const err27 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1,schemaPath:"#/properties/structs/items/properties/members/items/allOf/2/then/required",keyword:"required",params:{missingProperty: "count"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
var _valid2 = _errs42 === errors;
valid13 = _valid2;
}
if(!valid13){
const err28 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1,schemaPath:"#/properties/structs/items/properties/members/items/allOf/2/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(props0 !== true){
props0 = props0 || {};
props0.index = true;
}
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.name === undefined){
const err29 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1,schemaPath:"#/properties/structs/items/properties/members/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data6.type === undefined){
const err30 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1,schemaPath:"#/properties/structs/items/properties/members/items/required",keyword:"required",params:{missingProperty: "type"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
for(const key2 in data6){
if(!(func1.call(names1, key2))){
const err31 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1,schemaPath:"#/properties/structs/items/properties/members/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data6.name !== undefined){
let data12 = data6.name;
if(typeof data12 === "string"){
if(data12.length > 128){
const err32 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1+"/name",schemaPath:"#/properties/structs/items/properties/members/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(!pattern20.test(data12)){
const err33 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1+"/name",schemaPath:"#/properties/structs/items/properties/members/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
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
const err34 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1+"/name",schemaPath:"#/properties/structs/items/properties/members/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data6.type !== undefined){
let data13 = data6.type;
if(typeof data13 === "string"){
if(data13.length > 140){
const err35 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1+"/type",schemaPath:"#/properties/structs/items/properties/members/items/properties/type/maxLength",keyword:"maxLength",params:{limit: 140}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(!pattern47.test(data13)){
const err36 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1+"/type",schemaPath:"#/properties/structs/items/properties/members/items/properties/type/pattern",keyword:"pattern",params:{pattern: "^(u8|u16|u32|u64|u128|s8|s16|s32|s64|bool|pointer|opaque|struct [A-Za-z_]\\w*)$"}};
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
const err37 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1+"/type",schemaPath:"#/properties/structs/items/properties/members/items/properties/type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data6.count !== undefined){
let data14 = data6.count;
if((!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))) && (typeof data14 !== "string")){
const err38 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1+"/count",schemaPath:"#/properties/structs/items/properties/members/items/properties/count/type",keyword:"type",params:{type: ["integer","string"]}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 16777216 || isNaN(data14)){
const err39 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1+"/count",schemaPath:"#/properties/structs/items/properties/members/items/properties/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 16777216}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(data14 < 1 || isNaN(data14)){
const err40 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1+"/count",schemaPath:"#/properties/structs/items/properties/members/items/properties/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(typeof data14 === "string"){
if(!pattern20.test(data14)){
const err41 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1+"/count",schemaPath:"#/properties/structs/items/properties/members/items/properties/count/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
if(data6.index !== undefined){
let data15 = data6.index;
if(typeof data15 !== "string"){
const err42 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1+"/index",schemaPath:"#/properties/structs/items/properties/members/items/properties/index/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(!(((data15 === "gpr") || (data15 === "fpr")) || (data15 === "sysreg"))){
const err43 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1+"/index",schemaPath:"#/properties/structs/items/properties/members/items/properties/index/enum",keyword:"enum",params:{allowedValues: ["gpr","fpr","sysreg"]}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data6.size !== undefined){
let data16 = data6.size;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
const err44 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1+"/size",schemaPath:"#/properties/structs/items/properties/members/items/properties/size/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 > 16777216 || isNaN(data16)){
const err45 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1+"/size",schemaPath:"#/properties/structs/items/properties/members/items/properties/size/maximum",keyword:"maximum",params:{comparison: "<=", limit: 16777216}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data16 < 1 || isNaN(data16)){
const err46 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1+"/size",schemaPath:"#/properties/structs/items/properties/members/items/properties/size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
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
if(data6.align !== undefined){
let data17 = data6.align;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
const err47 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1+"/align",schemaPath:"#/properties/structs/items/properties/members/items/properties/align/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(!(((((data17 === 1) || (data17 === 2)) || (data17 === 4)) || (data17 === 8)) || (data17 === 16))){
const err48 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1+"/align",schemaPath:"#/properties/structs/items/properties/members/items/properties/align/enum",keyword:"enum",params:{allowedValues: [1,2,4,8,16]}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data6.to !== undefined){
let data18 = data6.to;
if(typeof data18 === "string"){
if(data18.length > 140){
const err49 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1+"/to",schemaPath:"#/properties/structs/items/properties/members/items/properties/to/maxLength",keyword:"maxLength",params:{limit: 140}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(!pattern49.test(data18)){
const err50 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1+"/to",schemaPath:"#/properties/structs/items/properties/members/items/properties/to/pattern",keyword:"pattern",params:{pattern: "^(u8|u16|u32|u64|u128|s8|s16|s32|s64|bool|void|struct [A-Za-z_]\\w*)$"}};
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
const err51 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1+"/to",schemaPath:"#/properties/structs/items/properties/members/items/properties/to/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data6.doc !== undefined){
let data19 = data6.doc;
if(typeof data19 === "string"){
if(data19.length < 1){
const err52 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1+"/doc",schemaPath:"#/properties/structs/items/properties/members/items/properties/doc/minLength",keyword:"minLength",params:{limit: 1}};
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
const err53 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1+"/doc",schemaPath:"#/properties/structs/items/properties/members/items/properties/doc/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data6.when !== undefined){
let data20 = data6.when;
if(typeof data20 === "string"){
if(data20.length > 200){
const err54 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1+"/when",schemaPath:"#/properties/structs/items/properties/members/items/properties/when/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(data20.length < 1){
const err55 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1+"/when",schemaPath:"#/properties/structs/items/properties/members/items/properties/when/minLength",keyword:"minLength",params:{limit: 1}};
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
const err56 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1+"/when",schemaPath:"#/properties/structs/items/properties/members/items/properties/when/type",keyword:"type",params:{type: "string"}};
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
const err57 = {instancePath:instancePath+"/structs/" + i0+"/members/" + i1,schemaPath:"#/properties/structs/items/properties/members/items/type",keyword:"type",params:{type: "object"}};
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
const err58 = {instancePath:instancePath+"/structs/" + i0+"/members",schemaPath:"#/properties/structs/items/properties/members/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data2.when !== undefined){
let data21 = data2.when;
if(typeof data21 === "string"){
if(data21.length > 200){
const err59 = {instancePath:instancePath+"/structs/" + i0+"/when",schemaPath:"#/properties/structs/items/properties/when/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(data21.length < 1){
const err60 = {instancePath:instancePath+"/structs/" + i0+"/when",schemaPath:"#/properties/structs/items/properties/when/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
else {
const err61 = {instancePath:instancePath+"/structs/" + i0+"/when",schemaPath:"#/properties/structs/items/properties/when/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
else {
const err62 = {instancePath:instancePath+"/structs/" + i0,schemaPath:"#/properties/structs/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
}
else {
const err63 = {instancePath:instancePath+"/structs",schemaPath:"#/properties/structs/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
else {
const err64 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
validate26.errors = vErrors;
return errors === 0;
}
validate26.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const validateSysregOrder = validate27;

const pattern50 = new RegExp("(^|/)sysreg-order\\.schema\\.json$", "u");

function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://worldswitch.dev/schema/language/sysreg-order.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate27.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.$schema === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "$schema"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.storage === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "storage"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.sentinel === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "sentinel"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.count === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "count"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.registers === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "registers"}};
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
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
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
if(!pattern50.test(data0)){
const err6 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/pattern",keyword:"pattern",params:{pattern: "(^|/)sysreg-order\\.schema\\.json$"}};
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
const err7 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"}};
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
const err8 = {instancePath:instancePath+"/storage",schemaPath:"#/properties/storage/required",keyword:"required",params:{missingProperty: "struct"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data1.member === undefined){
const err9 = {instancePath:instancePath+"/storage",schemaPath:"#/properties/storage/required",keyword:"required",params:{missingProperty: "member"}};
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
const err10 = {instancePath:instancePath+"/storage",schemaPath:"#/properties/storage/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
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
const err11 = {instancePath:instancePath+"/storage/struct",schemaPath:"#/properties/storage/properties/struct/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!pattern20.test(data2)){
const err12 = {instancePath:instancePath+"/storage/struct",schemaPath:"#/properties/storage/properties/struct/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
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
const err13 = {instancePath:instancePath+"/storage/struct",schemaPath:"#/properties/storage/properties/struct/type",keyword:"type",params:{type: "string"}};
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
const err14 = {instancePath:instancePath+"/storage/member",schemaPath:"#/properties/storage/properties/member/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!pattern20.test(data3)){
const err15 = {instancePath:instancePath+"/storage/member",schemaPath:"#/properties/storage/properties/member/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
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
const err16 = {instancePath:instancePath+"/storage/member",schemaPath:"#/properties/storage/properties/member/type",keyword:"type",params:{type: "string"}};
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
const err17 = {instancePath:instancePath+"/storage",schemaPath:"#/properties/storage/type",keyword:"type",params:{type: "object"}};
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
const err18 = {instancePath:instancePath+"/sentinel",schemaPath:"#/properties/sentinel/required",keyword:"required",params:{missingProperty: "name"}};
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
const err19 = {instancePath:instancePath+"/sentinel",schemaPath:"#/properties/sentinel/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
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
const err20 = {instancePath:instancePath+"/sentinel/name",schemaPath:"#/properties/sentinel/properties/name/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(!pattern20.test(data5)){
const err21 = {instancePath:instancePath+"/sentinel/name",schemaPath:"#/properties/sentinel/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
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
const err22 = {instancePath:instancePath+"/sentinel/name",schemaPath:"#/properties/sentinel/properties/name/type",keyword:"type",params:{type: "string"}};
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
const err23 = {instancePath:instancePath+"/sentinel/doc",schemaPath:"#/properties/sentinel/properties/doc/minLength",keyword:"minLength",params:{limit: 1}};
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
const err24 = {instancePath:instancePath+"/sentinel/doc",schemaPath:"#/properties/sentinel/properties/doc/type",keyword:"type",params:{type: "string"}};
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
const err25 = {instancePath:instancePath+"/sentinel",schemaPath:"#/properties/sentinel/type",keyword:"type",params:{type: "object"}};
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
const err26 = {instancePath:instancePath+"/count",schemaPath:"#/properties/count/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(!pattern20.test(data7)){
const err27 = {instancePath:instancePath+"/count",schemaPath:"#/properties/count/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
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
const err28 = {instancePath:instancePath+"/count",schemaPath:"#/properties/count/type",keyword:"type",params:{type: "string"}};
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
const err29 = {instancePath:instancePath+"/registers",schemaPath:"#/properties/registers/minItems",keyword:"minItems",params:{limit: 1}};
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
let data9 = data8[i0];
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.name === undefined){
const err30 = {instancePath:instancePath+"/registers/" + i0,schemaPath:"#/properties/registers/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data9.groups === undefined){
const err31 = {instancePath:instancePath+"/registers/" + i0,schemaPath:"#/properties/registers/items/required",keyword:"required",params:{missingProperty: "groups"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
for(const key3 in data9){
if(!((((((key3 === "name") || (key3 === "via")) || (key3 === "groups")) || (key3 === "constraints")) || (key3 === "waive")) || (key3 === "when"))){
const err32 = {instancePath:instancePath+"/registers/" + i0,schemaPath:"#/properties/registers/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data9.name !== undefined){
let data10 = data9.name;
if(typeof data10 === "string"){
if(data10.length > 64){
const err33 = {instancePath:instancePath+"/registers/" + i0+"/name",schemaPath:"#/properties/registers/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(!pattern31.test(data10)){
const err34 = {instancePath:instancePath+"/registers/" + i0+"/name",schemaPath:"#/properties/registers/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/registers/" + i0+"/name",schemaPath:"#/properties/registers/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data9.via !== undefined){
let data11 = data9.via;
if(typeof data11 === "string"){
if(data11.length > 64){
const err36 = {instancePath:instancePath+"/registers/" + i0+"/via",schemaPath:"#/properties/registers/items/properties/via/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(!pattern31.test(data11)){
const err37 = {instancePath:instancePath+"/registers/" + i0+"/via",schemaPath:"#/properties/registers/items/properties/via/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"}};
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
const err38 = {instancePath:instancePath+"/registers/" + i0+"/via",schemaPath:"#/properties/registers/items/properties/via/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data9.groups !== undefined){
let data12 = data9.groups;
if(Array.isArray(data12)){
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
let data13 = data12[i1];
if(typeof data13 === "string"){
if(data13.length > 128){
const err39 = {instancePath:instancePath+"/registers/" + i0+"/groups/" + i1,schemaPath:"#/properties/registers/items/properties/groups/items/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(!pattern20.test(data13)){
const err40 = {instancePath:instancePath+"/registers/" + i0+"/groups/" + i1,schemaPath:"#/properties/registers/items/properties/groups/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
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
const err41 = {instancePath:instancePath+"/registers/" + i0+"/groups/" + i1,schemaPath:"#/properties/registers/items/properties/groups/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
let i2 = data12.length;
let j0;
if(i2 > 1){
const indices0 = {};
for(;i2--;){
let item0 = data12[i2];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err42 = {instancePath:instancePath+"/registers/" + i0+"/groups",schemaPath:"#/properties/registers/items/properties/groups/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
break;
}
indices0[item0] = i2;
}
}
}
else {
const err43 = {instancePath:instancePath+"/registers/" + i0+"/groups",schemaPath:"#/properties/registers/items/properties/groups/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data9.constraints !== undefined){
let data14 = data9.constraints;
if(Array.isArray(data14)){
if(data14.length < 1){
const err44 = {instancePath:instancePath+"/registers/" + i0+"/constraints",schemaPath:"#/properties/registers/items/properties/constraints/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
const len2 = data14.length;
for(let i3=0; i3<len2; i3++){
let data15 = data14[i3];
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(Object.keys(data15).length > 2){
const err45 = {instancePath:instancePath+"/registers/" + i0+"/constraints/" + i3,schemaPath:"#/properties/registers/items/properties/constraints/items/maxProperties",keyword:"maxProperties",params:{limit: 2}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(Object.keys(data15).length < 2){
const err46 = {instancePath:instancePath+"/registers/" + i0+"/constraints/" + i3,schemaPath:"#/properties/registers/items/properties/constraints/items/minProperties",keyword:"minProperties",params:{limit: 2}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(data15.because === undefined){
const err47 = {instancePath:instancePath+"/registers/" + i0+"/constraints/" + i3,schemaPath:"#/properties/registers/items/properties/constraints/items/required",keyword:"required",params:{missingProperty: "because"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
for(const key4 in data15){
if(!(((key4 === "before") || (key4 === "pairWith")) || (key4 === "because"))){
const err48 = {instancePath:instancePath+"/registers/" + i0+"/constraints/" + i3,schemaPath:"#/properties/registers/items/properties/constraints/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data15.before !== undefined){
let data16 = data15.before;
if(typeof data16 === "string"){
if(data16.length > 64){
const err49 = {instancePath:instancePath+"/registers/" + i0+"/constraints/" + i3+"/before",schemaPath:"#/properties/registers/items/properties/constraints/items/properties/before/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(!pattern31.test(data16)){
const err50 = {instancePath:instancePath+"/registers/" + i0+"/constraints/" + i3+"/before",schemaPath:"#/properties/registers/items/properties/constraints/items/properties/before/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"}};
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
const err51 = {instancePath:instancePath+"/registers/" + i0+"/constraints/" + i3+"/before",schemaPath:"#/properties/registers/items/properties/constraints/items/properties/before/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data15.pairWith !== undefined){
let data17 = data15.pairWith;
if(typeof data17 === "string"){
if(data17.length > 64){
const err52 = {instancePath:instancePath+"/registers/" + i0+"/constraints/" + i3+"/pairWith",schemaPath:"#/properties/registers/items/properties/constraints/items/properties/pairWith/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(!pattern31.test(data17)){
const err53 = {instancePath:instancePath+"/registers/" + i0+"/constraints/" + i3+"/pairWith",schemaPath:"#/properties/registers/items/properties/constraints/items/properties/pairWith/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
else {
const err54 = {instancePath:instancePath+"/registers/" + i0+"/constraints/" + i3+"/pairWith",schemaPath:"#/properties/registers/items/properties/constraints/items/properties/pairWith/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data15.because !== undefined){
let data18 = data15.because;
if(typeof data18 === "string"){
if(data18.length < 1){
const err55 = {instancePath:instancePath+"/registers/" + i0+"/constraints/" + i3+"/because",schemaPath:"#/properties/registers/items/properties/constraints/items/properties/because/minLength",keyword:"minLength",params:{limit: 1}};
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
const err56 = {instancePath:instancePath+"/registers/" + i0+"/constraints/" + i3+"/because",schemaPath:"#/properties/registers/items/properties/constraints/items/properties/because/type",keyword:"type",params:{type: "string"}};
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
const err57 = {instancePath:instancePath+"/registers/" + i0+"/constraints/" + i3,schemaPath:"#/properties/registers/items/properties/constraints/items/type",keyword:"type",params:{type: "object"}};
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
const err58 = {instancePath:instancePath+"/registers/" + i0+"/constraints",schemaPath:"#/properties/registers/items/properties/constraints/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data9.waive !== undefined){
let data19 = data9.waive;
if(Array.isArray(data19)){
if(data19.length < 1){
const err59 = {instancePath:instancePath+"/registers/" + i0+"/waive",schemaPath:"#/properties/registers/items/properties/waive/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
const len3 = data19.length;
for(let i4=0; i4<len3; i4++){
let data20 = data19[i4];
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.code === undefined){
const err60 = {instancePath:instancePath+"/registers/" + i0+"/waive/" + i4,schemaPath:"#/properties/registers/items/properties/waive/items/required",keyword:"required",params:{missingProperty: "code"}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(data20.because === undefined){
const err61 = {instancePath:instancePath+"/registers/" + i0+"/waive/" + i4,schemaPath:"#/properties/registers/items/properties/waive/items/required",keyword:"required",params:{missingProperty: "because"}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
for(const key5 in data20){
if(!((key5 === "code") || (key5 === "because"))){
const err62 = {instancePath:instancePath+"/registers/" + i0+"/waive/" + i4,schemaPath:"#/properties/registers/items/properties/waive/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data20.code !== undefined){
let data21 = data20.code;
if(typeof data21 === "string"){
if(!pattern23.test(data21)){
const err63 = {instancePath:instancePath+"/registers/" + i0+"/waive/" + i4+"/code",schemaPath:"#/properties/registers/items/properties/waive/items/properties/code/pattern",keyword:"pattern",params:{pattern: "^WS[0-9]{3}$"}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
else {
const err64 = {instancePath:instancePath+"/registers/" + i0+"/waive/" + i4+"/code",schemaPath:"#/properties/registers/items/properties/waive/items/properties/code/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data20.because !== undefined){
let data22 = data20.because;
if(typeof data22 === "string"){
if(data22.length < 1){
const err65 = {instancePath:instancePath+"/registers/" + i0+"/waive/" + i4+"/because",schemaPath:"#/properties/registers/items/properties/waive/items/properties/because/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
else {
const err66 = {instancePath:instancePath+"/registers/" + i0+"/waive/" + i4+"/because",schemaPath:"#/properties/registers/items/properties/waive/items/properties/because/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
}
else {
const err67 = {instancePath:instancePath+"/registers/" + i0+"/waive/" + i4,schemaPath:"#/properties/registers/items/properties/waive/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
}
else {
const err68 = {instancePath:instancePath+"/registers/" + i0+"/waive",schemaPath:"#/properties/registers/items/properties/waive/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data9.when !== undefined){
let data23 = data9.when;
if(typeof data23 === "string"){
if(data23.length > 200){
const err69 = {instancePath:instancePath+"/registers/" + i0+"/when",schemaPath:"#/properties/registers/items/properties/when/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if(data23.length < 1){
const err70 = {instancePath:instancePath+"/registers/" + i0+"/when",schemaPath:"#/properties/registers/items/properties/when/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
else {
const err71 = {instancePath:instancePath+"/registers/" + i0+"/when",schemaPath:"#/properties/registers/items/properties/when/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
}
else {
const err72 = {instancePath:instancePath+"/registers/" + i0,schemaPath:"#/properties/registers/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
}
else {
const err73 = {instancePath:instancePath+"/registers",schemaPath:"#/properties/registers/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
}
else {
const err74 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
validate27.errors = vErrors;
return errors === 0;
}
validate27.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const validateSysregs = validate28;

const pattern62 = new RegExp("^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$", "u");
const pattern63 = new RegExp("^[A-Z]\\d+(\\.\\d+)*$", "u");
const pattern64 = new RegExp("^[a-z][a-z0-9]*$", "u");
const pattern69 = new RegExp("^0x(0|[1-9a-f][0-9a-f]{0,15})$", "u");
const pattern71 = new RegExp("^\\d{1,3}(:\\d{1,3})?$", "u");
const pattern72 = new RegExp("^(0x[0-9a-f]+|0|[1-9][0-9]*)$", "u");

function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://worldswitch.dev/schema/language/sysregs.schema.json" */;
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
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "$schema"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.group === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "group"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.title === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "title"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.registers === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "registers"}};
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
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
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
const err5 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"}};
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
if(!pattern4.test(data1)){
const err6 = {instancePath:instancePath+"/group",schemaPath:"#/properties/group/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"}};
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
const err7 = {instancePath:instancePath+"/group",schemaPath:"#/properties/group/type",keyword:"type",params:{type: "string"}};
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
const err8 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/minLength",keyword:"minLength",params:{limit: 1}};
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
const err9 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: "string"}};
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
const err10 = {instancePath:instancePath+"/registers",schemaPath:"#/properties/registers/minItems",keyword:"minItems",params:{limit: 1}};
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
let data4 = data3[i0];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.name === undefined){
const err11 = {instancePath:instancePath+"/registers/" + i0,schemaPath:"#/properties/registers/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data4.title === undefined){
const err12 = {instancePath:instancePath+"/registers/" + i0,schemaPath:"#/properties/registers/items/required",keyword:"required",params:{missingProperty: "title"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data4.encoding === undefined){
const err13 = {instancePath:instancePath+"/registers/" + i0,schemaPath:"#/properties/registers/items/required",keyword:"required",params:{missingProperty: "encoding"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data4.width === undefined){
const err14 = {instancePath:instancePath+"/registers/" + i0,schemaPath:"#/properties/registers/items/required",keyword:"required",params:{missingProperty: "width"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data4.since === undefined){
const err15 = {instancePath:instancePath+"/registers/" + i0,schemaPath:"#/properties/registers/items/required",keyword:"required",params:{missingProperty: "since"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
for(const key1 in data4){
if(!(func1.call(names2, key1))){
const err16 = {instancePath:instancePath+"/registers/" + i0,schemaPath:"#/properties/registers/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data4.name !== undefined){
let data5 = data4.name;
if(typeof data5 === "string"){
if(!pattern62.test(data5)){
const err17 = {instancePath:instancePath+"/registers/" + i0+"/name",schemaPath:"#/properties/registers/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$"}};
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
const err18 = {instancePath:instancePath+"/registers/" + i0+"/name",schemaPath:"#/properties/registers/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data4.title !== undefined){
let data6 = data4.title;
if(typeof data6 === "string"){
if(data6.length < 1){
const err19 = {instancePath:instancePath+"/registers/" + i0+"/title",schemaPath:"#/properties/registers/items/properties/title/minLength",keyword:"minLength",params:{limit: 1}};
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
const err20 = {instancePath:instancePath+"/registers/" + i0+"/title",schemaPath:"#/properties/registers/items/properties/title/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data4.section !== undefined){
let data7 = data4.section;
if(typeof data7 === "string"){
if(!pattern63.test(data7)){
const err21 = {instancePath:instancePath+"/registers/" + i0+"/section",schemaPath:"#/properties/registers/items/properties/section/pattern",keyword:"pattern",params:{pattern: "^[A-Z]\\d+(\\.\\d+)*$"}};
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
const err22 = {instancePath:instancePath+"/registers/" + i0+"/section",schemaPath:"#/properties/registers/items/properties/section/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data4.note !== undefined){
let data8 = data4.note;
if(typeof data8 === "string"){
if(data8.length < 1){
const err23 = {instancePath:instancePath+"/registers/" + i0+"/note",schemaPath:"#/properties/registers/items/properties/note/minLength",keyword:"minLength",params:{limit: 1}};
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
const err24 = {instancePath:instancePath+"/registers/" + i0+"/note",schemaPath:"#/properties/registers/items/properties/note/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data4.encoding !== undefined){
let data9 = data4.encoding;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.op0 === undefined){
const err25 = {instancePath:instancePath+"/registers/" + i0+"/encoding",schemaPath:"#/properties/registers/items/properties/encoding/required",keyword:"required",params:{missingProperty: "op0"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data9.op1 === undefined){
const err26 = {instancePath:instancePath+"/registers/" + i0+"/encoding",schemaPath:"#/properties/registers/items/properties/encoding/required",keyword:"required",params:{missingProperty: "op1"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data9.CRn === undefined){
const err27 = {instancePath:instancePath+"/registers/" + i0+"/encoding",schemaPath:"#/properties/registers/items/properties/encoding/required",keyword:"required",params:{missingProperty: "CRn"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data9.CRm === undefined){
const err28 = {instancePath:instancePath+"/registers/" + i0+"/encoding",schemaPath:"#/properties/registers/items/properties/encoding/required",keyword:"required",params:{missingProperty: "CRm"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data9.op2 === undefined){
const err29 = {instancePath:instancePath+"/registers/" + i0+"/encoding",schemaPath:"#/properties/registers/items/properties/encoding/required",keyword:"required",params:{missingProperty: "op2"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
for(const key2 in data9){
if(!(((((key2 === "op0") || (key2 === "op1")) || (key2 === "CRn")) || (key2 === "CRm")) || (key2 === "op2"))){
const err30 = {instancePath:instancePath+"/registers/" + i0+"/encoding",schemaPath:"#/properties/registers/items/properties/encoding/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data9.op0 !== undefined){
let data10 = data9.op0;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err31 = {instancePath:instancePath+"/registers/" + i0+"/encoding/op0",schemaPath:"#/properties/registers/items/properties/encoding/properties/op0/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 3 || isNaN(data10)){
const err32 = {instancePath:instancePath+"/registers/" + i0+"/encoding/op0",schemaPath:"#/properties/registers/items/properties/encoding/properties/op0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data10 < 2 || isNaN(data10)){
const err33 = {instancePath:instancePath+"/registers/" + i0+"/encoding/op0",schemaPath:"#/properties/registers/items/properties/encoding/properties/op0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2}};
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
if(data9.op1 !== undefined){
let data11 = data9.op1;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err34 = {instancePath:instancePath+"/registers/" + i0+"/encoding/op1",schemaPath:"#/properties/registers/items/properties/encoding/properties/op1/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 7 || isNaN(data11)){
const err35 = {instancePath:instancePath+"/registers/" + i0+"/encoding/op1",schemaPath:"#/properties/registers/items/properties/encoding/properties/op1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 7}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(data11 < 0 || isNaN(data11)){
const err36 = {instancePath:instancePath+"/registers/" + i0+"/encoding/op1",schemaPath:"#/properties/registers/items/properties/encoding/properties/op1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
if(data9.CRn !== undefined){
let data12 = data9.CRn;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err37 = {instancePath:instancePath+"/registers/" + i0+"/encoding/CRn",schemaPath:"#/properties/registers/items/properties/encoding/properties/CRn/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 15 || isNaN(data12)){
const err38 = {instancePath:instancePath+"/registers/" + i0+"/encoding/CRn",schemaPath:"#/properties/registers/items/properties/encoding/properties/CRn/maximum",keyword:"maximum",params:{comparison: "<=", limit: 15}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(data12 < 0 || isNaN(data12)){
const err39 = {instancePath:instancePath+"/registers/" + i0+"/encoding/CRn",schemaPath:"#/properties/registers/items/properties/encoding/properties/CRn/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data9.CRm !== undefined){
let data13 = data9.CRm;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err40 = {instancePath:instancePath+"/registers/" + i0+"/encoding/CRm",schemaPath:"#/properties/registers/items/properties/encoding/properties/CRm/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 15 || isNaN(data13)){
const err41 = {instancePath:instancePath+"/registers/" + i0+"/encoding/CRm",schemaPath:"#/properties/registers/items/properties/encoding/properties/CRm/maximum",keyword:"maximum",params:{comparison: "<=", limit: 15}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(data13 < 0 || isNaN(data13)){
const err42 = {instancePath:instancePath+"/registers/" + i0+"/encoding/CRm",schemaPath:"#/properties/registers/items/properties/encoding/properties/CRm/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data9.op2 !== undefined){
let data14 = data9.op2;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err43 = {instancePath:instancePath+"/registers/" + i0+"/encoding/op2",schemaPath:"#/properties/registers/items/properties/encoding/properties/op2/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 7 || isNaN(data14)){
const err44 = {instancePath:instancePath+"/registers/" + i0+"/encoding/op2",schemaPath:"#/properties/registers/items/properties/encoding/properties/op2/maximum",keyword:"maximum",params:{comparison: "<=", limit: 7}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(data14 < 0 || isNaN(data14)){
const err45 = {instancePath:instancePath+"/registers/" + i0+"/encoding/op2",schemaPath:"#/properties/registers/items/properties/encoding/properties/op2/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
}
else {
const err46 = {instancePath:instancePath+"/registers/" + i0+"/encoding",schemaPath:"#/properties/registers/items/properties/encoding/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data4.width !== undefined){
let data15 = data4.width;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err47 = {instancePath:instancePath+"/registers/" + i0+"/width",schemaPath:"#/properties/registers/items/properties/width/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(!((data15 === 32) || (data15 === 64))){
const err48 = {instancePath:instancePath+"/registers/" + i0+"/width",schemaPath:"#/properties/registers/items/properties/width/enum",keyword:"enum",params:{allowedValues: [32,64]}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data4.since !== undefined){
let data16 = data4.since;
if(typeof data16 !== "string"){
const err49 = {instancePath:instancePath+"/registers/" + i0+"/since",schemaPath:"#/properties/registers/items/properties/since/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(!(((((((data16 === "armv8-a") || (data16 === "armv8.1-a")) || (data16 === "armv8.2-a")) || (data16 === "armv8.3-a")) || (data16 === "armv8.4-a")) || (data16 === "armv8.5-a")) || (data16 === "armv8.6-a"))){
const err50 = {instancePath:instancePath+"/registers/" + i0+"/since",schemaPath:"#/properties/registers/items/properties/since/enum",keyword:"enum",params:{allowedValues: ["armv8-a","armv8.1-a","armv8.2-a","armv8.3-a","armv8.4-a","armv8.5-a","armv8.6-a"]}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data4.extension !== undefined){
let data17 = data4.extension;
if(typeof data17 === "string"){
if(!pattern64.test(data17)){
const err51 = {instancePath:instancePath+"/registers/" + i0+"/extension",schemaPath:"#/properties/registers/items/properties/extension/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*$"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
else {
const err52 = {instancePath:instancePath+"/registers/" + i0+"/extension",schemaPath:"#/properties/registers/items/properties/extension/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data4.feature !== undefined){
let data18 = data4.feature;
if(typeof data18 === "string"){
if(!pattern30.test(data18)){
const err53 = {instancePath:instancePath+"/registers/" + i0+"/feature",schemaPath:"#/properties/registers/items/properties/feature/pattern",keyword:"pattern",params:{pattern: "^(FEAT_[A-Za-z0-9_]+|GICv3)$"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
else {
const err54 = {instancePath:instancePath+"/registers/" + i0+"/feature",schemaPath:"#/properties/registers/items/properties/feature/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data4.read !== undefined){
let data19 = data4.read;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
const err55 = {instancePath:instancePath+"/registers/" + i0+"/read",schemaPath:"#/properties/registers/items/properties/read/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 > 2 || isNaN(data19)){
const err56 = {instancePath:instancePath+"/registers/" + i0+"/read",schemaPath:"#/properties/registers/items/properties/read/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(data19 < 0 || isNaN(data19)){
const err57 = {instancePath:instancePath+"/registers/" + i0+"/read",schemaPath:"#/properties/registers/items/properties/read/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data4.write !== undefined){
let data20 = data4.write;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
const err58 = {instancePath:instancePath+"/registers/" + i0+"/write",schemaPath:"#/properties/registers/items/properties/write/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 > 2 || isNaN(data20)){
const err59 = {instancePath:instancePath+"/registers/" + i0+"/write",schemaPath:"#/properties/registers/items/properties/write/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(data20 < 0 || isNaN(data20)){
const err60 = {instancePath:instancePath+"/registers/" + i0+"/write",schemaPath:"#/properties/registers/items/properties/write/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data4.aliasOf !== undefined){
let data21 = data4.aliasOf;
if(typeof data21 === "string"){
if(!pattern62.test(data21)){
const err61 = {instancePath:instancePath+"/registers/" + i0+"/aliasOf",schemaPath:"#/properties/registers/items/properties/aliasOf/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$"}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
else {
const err62 = {instancePath:instancePath+"/registers/" + i0+"/aliasOf",schemaPath:"#/properties/registers/items/properties/aliasOf/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data4.readsAtEL1 !== undefined){
let data22 = data4.readsAtEL1;
if(typeof data22 === "string"){
if(!pattern62.test(data22)){
const err63 = {instancePath:instancePath+"/registers/" + i0+"/readsAtEL1",schemaPath:"#/properties/registers/items/properties/readsAtEL1/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$"}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
else {
const err64 = {instancePath:instancePath+"/registers/" + i0+"/readsAtEL1",schemaPath:"#/properties/registers/items/properties/readsAtEL1/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data4.sharesEncodingWith !== undefined){
let data23 = data4.sharesEncodingWith;
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
if(data23.name === undefined){
const err65 = {instancePath:instancePath+"/registers/" + i0+"/sharesEncodingWith",schemaPath:"#/properties/registers/items/properties/sharesEncodingWith/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(data23.because === undefined){
const err66 = {instancePath:instancePath+"/registers/" + i0+"/sharesEncodingWith",schemaPath:"#/properties/registers/items/properties/sharesEncodingWith/required",keyword:"required",params:{missingProperty: "because"}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
for(const key3 in data23){
if(!((key3 === "name") || (key3 === "because"))){
const err67 = {instancePath:instancePath+"/registers/" + i0+"/sharesEncodingWith",schemaPath:"#/properties/registers/items/properties/sharesEncodingWith/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data23.name !== undefined){
let data24 = data23.name;
if(typeof data24 === "string"){
if(!pattern62.test(data24)){
const err68 = {instancePath:instancePath+"/registers/" + i0+"/sharesEncodingWith/name",schemaPath:"#/properties/registers/items/properties/sharesEncodingWith/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$"}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
else {
const err69 = {instancePath:instancePath+"/registers/" + i0+"/sharesEncodingWith/name",schemaPath:"#/properties/registers/items/properties/sharesEncodingWith/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data23.because !== undefined){
let data25 = data23.because;
if(typeof data25 !== "string"){
const err70 = {instancePath:instancePath+"/registers/" + i0+"/sharesEncodingWith/because",schemaPath:"#/properties/registers/items/properties/sharesEncodingWith/properties/because/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(!((data25 === "direction") || (data25 === "renamed"))){
const err71 = {instancePath:instancePath+"/registers/" + i0+"/sharesEncodingWith/because",schemaPath:"#/properties/registers/items/properties/sharesEncodingWith/properties/because/enum",keyword:"enum",params:{allowedValues: ["direction","renamed"]}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
}
else {
const err72 = {instancePath:instancePath+"/registers/" + i0+"/sharesEncodingWith",schemaPath:"#/properties/registers/items/properties/sharesEncodingWith/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data4.reset !== undefined){
let data26 = data4.reset;
if(typeof data26 === "string"){
if(!pattern69.test(data26)){
const err73 = {instancePath:instancePath+"/registers/" + i0+"/reset",schemaPath:"#/properties/registers/items/properties/reset/pattern",keyword:"pattern",params:{pattern: "^0x(0|[1-9a-f][0-9a-f]{0,15})$"}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
else {
const err74 = {instancePath:instancePath+"/registers/" + i0+"/reset",schemaPath:"#/properties/registers/items/properties/reset/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data4.effects !== undefined){
let data27 = data4.effects;
if(Array.isArray(data27)){
if(data27.length < 1){
const err75 = {instancePath:instancePath+"/registers/" + i0+"/effects",schemaPath:"#/properties/registers/items/properties/effects/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
const len1 = data27.length;
for(let i1=0; i1<len1; i1++){
let data28 = data27[i1];
if(typeof data28 !== "string"){
const err76 = {instancePath:instancePath+"/registers/" + i0+"/effects/" + i1,schemaPath:"#/properties/registers/items/properties/effects/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if(!((((((((data28 === "translation") || (data28 === "traps")) || (data28 === "pstate")) || (data28 === "stack-pointer")) || (data28 === "interrupts")) || (data28 === "timer")) || (data28 === "constant")) || (data28 === "debug"))){
const err77 = {instancePath:instancePath+"/registers/" + i0+"/effects/" + i1,schemaPath:"#/properties/registers/items/properties/effects/items/enum",keyword:"enum",params:{allowedValues: ["translation","traps","pstate","stack-pointer","interrupts","timer","constant","debug"]}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
let i2 = data27.length;
let j0;
if(i2 > 1){
const indices0 = {};
for(;i2--;){
let item0 = data27[i2];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err78 = {instancePath:instancePath+"/registers/" + i0+"/effects",schemaPath:"#/properties/registers/items/properties/effects/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
break;
}
indices0[item0] = i2;
}
}
}
else {
const err79 = {instancePath:instancePath+"/registers/" + i0+"/effects",schemaPath:"#/properties/registers/items/properties/effects/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data4.fields !== undefined){
let data29 = data4.fields;
if(Array.isArray(data29)){
if(data29.length < 1){
const err80 = {instancePath:instancePath+"/registers/" + i0+"/fields",schemaPath:"#/properties/registers/items/properties/fields/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
const len2 = data29.length;
for(let i3=0; i3<len2; i3++){
let data30 = data29[i3];
const _errs67 = errors;
let valid11 = false;
let passing0 = null;
const _errs68 = errors;
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
if(data30.name === undefined){
const err81 = {instancePath:instancePath+"/registers/" + i0+"/fields/" + i3,schemaPath:"#/properties/registers/items/properties/fields/items/oneOf/0/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
var _valid0 = _errs68 === errors;
if(_valid0){
valid11 = true;
passing0 = 0;
var props0 = {};
props0.name = true;
}
const _errs69 = errors;
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
if(data30.reserved === undefined){
const err82 = {instancePath:instancePath+"/registers/" + i0+"/fields/" + i3,schemaPath:"#/properties/registers/items/properties/fields/items/oneOf/1/required",keyword:"required",params:{missingProperty: "reserved"}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
var _valid0 = _errs69 === errors;
if(_valid0 && valid11){
valid11 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid11 = true;
passing0 = 1;
if(props0 !== true){
props0 = props0 || {};
props0.reserved = true;
}
}
}
if(!valid11){
const err83 = {instancePath:instancePath+"/registers/" + i0+"/fields/" + i3,schemaPath:"#/properties/registers/items/properties/fields/items/oneOf",keyword:"oneOf",params:{passingSchemas: passing0}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
else {
errors = _errs67;
if(vErrors !== null){
if(_errs67){
vErrors.length = _errs67;
}
else {
vErrors = null;
}
}
}
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
if(data30.bits === undefined){
const err84 = {instancePath:instancePath+"/registers/" + i0+"/fields/" + i3,schemaPath:"#/properties/registers/items/properties/fields/items/required",keyword:"required",params:{missingProperty: "bits"}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
for(const key4 in data30){
if(!(((((key4 === "name") || (key4 === "bits")) || (key4 === "reserved")) || (key4 === "doc")) || (key4 === "values"))){
const err85 = {instancePath:instancePath+"/registers/" + i0+"/fields/" + i3,schemaPath:"#/properties/registers/items/properties/fields/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data30.name !== undefined){
let data31 = data30.name;
if(typeof data31 === "string"){
if(!pattern31.test(data31)){
const err86 = {instancePath:instancePath+"/registers/" + i0+"/fields/" + i3+"/name",schemaPath:"#/properties/registers/items/properties/fields/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"}};
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
const err87 = {instancePath:instancePath+"/registers/" + i0+"/fields/" + i3+"/name",schemaPath:"#/properties/registers/items/properties/fields/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data30.bits !== undefined){
let data32 = data30.bits;
if(typeof data32 === "string"){
if(!pattern71.test(data32)){
const err88 = {instancePath:instancePath+"/registers/" + i0+"/fields/" + i3+"/bits",schemaPath:"#/properties/registers/items/properties/fields/items/properties/bits/pattern",keyword:"pattern",params:{pattern: "^\\d{1,3}(:\\d{1,3})?$"}};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
else {
const err89 = {instancePath:instancePath+"/registers/" + i0+"/fields/" + i3+"/bits",schemaPath:"#/properties/registers/items/properties/fields/items/properties/bits/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data30.reserved !== undefined){
let data33 = data30.reserved;
if(typeof data33 !== "string"){
const err90 = {instancePath:instancePath+"/registers/" + i0+"/fields/" + i3+"/reserved",schemaPath:"#/properties/registers/items/properties/fields/items/properties/reserved/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
if(!((((((data33 === "RES0") || (data33 === "RES1")) || (data33 === "RAO")) || (data33 === "RAZ")) || (data33 === "UNKNOWN")) || (data33 === "IMPDEF"))){
const err91 = {instancePath:instancePath+"/registers/" + i0+"/fields/" + i3+"/reserved",schemaPath:"#/properties/registers/items/properties/fields/items/properties/reserved/enum",keyword:"enum",params:{allowedValues: ["RES0","RES1","RAO","RAZ","UNKNOWN","IMPDEF"]}};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
if(data30.doc !== undefined){
let data34 = data30.doc;
if(typeof data34 === "string"){
if(data34.length < 1){
const err92 = {instancePath:instancePath+"/registers/" + i0+"/fields/" + i3+"/doc",schemaPath:"#/properties/registers/items/properties/fields/items/properties/doc/minLength",keyword:"minLength",params:{limit: 1}};
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
const err93 = {instancePath:instancePath+"/registers/" + i0+"/fields/" + i3+"/doc",schemaPath:"#/properties/registers/items/properties/fields/items/properties/doc/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data30.values !== undefined){
let data35 = data30.values;
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
if(Object.keys(data35).length < 1){
const err94 = {instancePath:instancePath+"/registers/" + i0+"/fields/" + i3+"/values",schemaPath:"#/properties/registers/items/properties/fields/items/properties/values/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
for(const key5 in data35){
const _errs81 = errors;
if(typeof key5 === "string"){
if(!pattern72.test(key5)){
const err95 = {instancePath:instancePath+"/registers/" + i0+"/fields/" + i3+"/values",schemaPath:"#/properties/registers/items/properties/fields/items/properties/values/propertyNames/pattern",keyword:"pattern",params:{pattern: "^(0x[0-9a-f]+|0|[1-9][0-9]*)$"},propertyName:key5};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
var valid13 = _errs81 === errors;
if(!valid13){
const err96 = {instancePath:instancePath+"/registers/" + i0+"/fields/" + i3+"/values",schemaPath:"#/properties/registers/items/properties/fields/items/properties/values/propertyNames",keyword:"propertyNames",params:{propertyName: key5}};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
for(const key6 in data35){
let data36 = data35[key6];
if(typeof data36 === "string"){
if(data36.length < 1){
const err97 = {instancePath:instancePath+"/registers/" + i0+"/fields/" + i3+"/values/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/registers/items/properties/fields/items/properties/values/additionalProperties/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
else {
const err98 = {instancePath:instancePath+"/registers/" + i0+"/fields/" + i3+"/values/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/registers/items/properties/fields/items/properties/values/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
}
else {
const err99 = {instancePath:instancePath+"/registers/" + i0+"/fields/" + i3+"/values",schemaPath:"#/properties/registers/items/properties/fields/items/properties/values/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data30.reserved !== undefined){
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
if(data30.values !== undefined){
const err100 = {instancePath:instancePath+"/registers/" + i0+"/fields/" + i3+"/values",schemaPath:"#/properties/registers/items/properties/fields/items/dependentSchemas/reserved/properties/values/false schema",keyword:"false schema",params:{}};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
}
}
else {
const err101 = {instancePath:instancePath+"/registers/" + i0+"/fields/" + i3,schemaPath:"#/properties/registers/items/properties/fields/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
}
else {
const err102 = {instancePath:instancePath+"/registers/" + i0+"/fields",schemaPath:"#/properties/registers/items/properties/fields/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data4.sameFieldsAs !== undefined){
let data38 = data4.sameFieldsAs;
if(typeof data38 === "string"){
if(!pattern62.test(data38)){
const err103 = {instancePath:instancePath+"/registers/" + i0+"/sameFieldsAs",schemaPath:"#/properties/registers/items/properties/sameFieldsAs/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$"}};
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
const err104 = {instancePath:instancePath+"/registers/" + i0+"/sameFieldsAs",schemaPath:"#/properties/registers/items/properties/sameFieldsAs/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
if(data4.fieldsWhen !== undefined){
let data39 = data4.fieldsWhen;
if(Array.isArray(data39)){
if(data39.length < 1){
const err105 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen",schemaPath:"#/properties/registers/items/properties/fieldsWhen/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
const len3 = data39.length;
for(let i4=0; i4<len3; i4++){
let data40 = data39[i4];
const _errs92 = errors;
let valid19 = false;
let passing1 = null;
const _errs93 = errors;
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
if(data40.fields === undefined){
const err106 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen/" + i4,schemaPath:"#/properties/registers/items/properties/fieldsWhen/items/oneOf/0/required",keyword:"required",params:{missingProperty: "fields"}};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
var _valid1 = _errs93 === errors;
if(_valid1){
valid19 = true;
passing1 = 0;
var props1 = {};
props1.fields = true;
}
const _errs94 = errors;
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
if(data40.sameFieldsAs === undefined){
const err107 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen/" + i4,schemaPath:"#/properties/registers/items/properties/fieldsWhen/items/oneOf/1/required",keyword:"required",params:{missingProperty: "sameFieldsAs"}};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
var _valid1 = _errs94 === errors;
if(_valid1 && valid19){
valid19 = false;
passing1 = [passing1, 1];
}
else {
if(_valid1){
valid19 = true;
passing1 = 1;
if(props1 !== true){
props1 = props1 || {};
props1.sameFieldsAs = true;
}
}
}
if(!valid19){
const err108 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen/" + i4,schemaPath:"#/properties/registers/items/properties/fieldsWhen/items/oneOf",keyword:"oneOf",params:{passingSchemas: passing1}};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
else {
errors = _errs92;
if(vErrors !== null){
if(_errs92){
vErrors.length = _errs92;
}
else {
vErrors = null;
}
}
}
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
if(data40.when === undefined){
const err109 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen/" + i4,schemaPath:"#/properties/registers/items/properties/fieldsWhen/items/required",keyword:"required",params:{missingProperty: "when"}};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
for(const key7 in data40){
if(!(((key7 === "when") || (key7 === "fields")) || (key7 === "sameFieldsAs"))){
const err110 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen/" + i4,schemaPath:"#/properties/registers/items/properties/fieldsWhen/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
if(data40.when !== undefined){
let data41 = data40.when;
if(typeof data41 === "string"){
if(data41.length < 1){
const err111 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen/" + i4+"/when",schemaPath:"#/properties/registers/items/properties/fieldsWhen/items/properties/when/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
else {
const err112 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen/" + i4+"/when",schemaPath:"#/properties/registers/items/properties/fieldsWhen/items/properties/when/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
if(data40.fields !== undefined){
let data42 = data40.fields;
if(Array.isArray(data42)){
if(data42.length < 1){
const err113 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen/" + i4+"/fields",schemaPath:"#/properties/registers/items/properties/fieldsWhen/items/properties/fields/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
const len4 = data42.length;
for(let i5=0; i5<len4; i5++){
let data43 = data42[i5];
const _errs102 = errors;
let valid23 = false;
let passing2 = null;
const _errs103 = errors;
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
if(data43.name === undefined){
const err114 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen/" + i4+"/fields/" + i5,schemaPath:"#/properties/registers/items/properties/fieldsWhen/items/properties/fields/items/oneOf/0/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
var _valid2 = _errs103 === errors;
if(_valid2){
valid23 = true;
passing2 = 0;
var props2 = {};
props2.name = true;
}
const _errs104 = errors;
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
if(data43.reserved === undefined){
const err115 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen/" + i4+"/fields/" + i5,schemaPath:"#/properties/registers/items/properties/fieldsWhen/items/properties/fields/items/oneOf/1/required",keyword:"required",params:{missingProperty: "reserved"}};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
var _valid2 = _errs104 === errors;
if(_valid2 && valid23){
valid23 = false;
passing2 = [passing2, 1];
}
else {
if(_valid2){
valid23 = true;
passing2 = 1;
if(props2 !== true){
props2 = props2 || {};
props2.reserved = true;
}
}
}
if(!valid23){
const err116 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen/" + i4+"/fields/" + i5,schemaPath:"#/properties/registers/items/properties/fieldsWhen/items/properties/fields/items/oneOf",keyword:"oneOf",params:{passingSchemas: passing2}};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
else {
errors = _errs102;
if(vErrors !== null){
if(_errs102){
vErrors.length = _errs102;
}
else {
vErrors = null;
}
}
}
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
if(data43.bits === undefined){
const err117 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen/" + i4+"/fields/" + i5,schemaPath:"#/properties/registers/items/properties/fieldsWhen/items/properties/fields/items/required",keyword:"required",params:{missingProperty: "bits"}};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
for(const key8 in data43){
if(!(((((key8 === "name") || (key8 === "bits")) || (key8 === "reserved")) || (key8 === "doc")) || (key8 === "values"))){
const err118 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen/" + i4+"/fields/" + i5,schemaPath:"#/properties/registers/items/properties/fieldsWhen/items/properties/fields/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
if(data43.name !== undefined){
let data44 = data43.name;
if(typeof data44 === "string"){
if(!pattern31.test(data44)){
const err119 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen/" + i4+"/fields/" + i5+"/name",schemaPath:"#/properties/registers/items/properties/fieldsWhen/items/properties/fields/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"}};
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
const err120 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen/" + i4+"/fields/" + i5+"/name",schemaPath:"#/properties/registers/items/properties/fieldsWhen/items/properties/fields/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
if(data43.bits !== undefined){
let data45 = data43.bits;
if(typeof data45 === "string"){
if(!pattern71.test(data45)){
const err121 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen/" + i4+"/fields/" + i5+"/bits",schemaPath:"#/properties/registers/items/properties/fieldsWhen/items/properties/fields/items/properties/bits/pattern",keyword:"pattern",params:{pattern: "^\\d{1,3}(:\\d{1,3})?$"}};
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
const err122 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen/" + i4+"/fields/" + i5+"/bits",schemaPath:"#/properties/registers/items/properties/fieldsWhen/items/properties/fields/items/properties/bits/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
if(data43.reserved !== undefined){
let data46 = data43.reserved;
if(typeof data46 !== "string"){
const err123 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen/" + i4+"/fields/" + i5+"/reserved",schemaPath:"#/properties/registers/items/properties/fieldsWhen/items/properties/fields/items/properties/reserved/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
if(!((((((data46 === "RES0") || (data46 === "RES1")) || (data46 === "RAO")) || (data46 === "RAZ")) || (data46 === "UNKNOWN")) || (data46 === "IMPDEF"))){
const err124 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen/" + i4+"/fields/" + i5+"/reserved",schemaPath:"#/properties/registers/items/properties/fieldsWhen/items/properties/fields/items/properties/reserved/enum",keyword:"enum",params:{allowedValues: ["RES0","RES1","RAO","RAZ","UNKNOWN","IMPDEF"]}};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
if(data43.doc !== undefined){
let data47 = data43.doc;
if(typeof data47 === "string"){
if(data47.length < 1){
const err125 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen/" + i4+"/fields/" + i5+"/doc",schemaPath:"#/properties/registers/items/properties/fieldsWhen/items/properties/fields/items/properties/doc/minLength",keyword:"minLength",params:{limit: 1}};
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
const err126 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen/" + i4+"/fields/" + i5+"/doc",schemaPath:"#/properties/registers/items/properties/fieldsWhen/items/properties/fields/items/properties/doc/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
if(data43.values !== undefined){
let data48 = data43.values;
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
if(Object.keys(data48).length < 1){
const err127 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen/" + i4+"/fields/" + i5+"/values",schemaPath:"#/properties/registers/items/properties/fieldsWhen/items/properties/fields/items/properties/values/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
for(const key9 in data48){
const _errs116 = errors;
if(typeof key9 === "string"){
if(!pattern72.test(key9)){
const err128 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen/" + i4+"/fields/" + i5+"/values",schemaPath:"#/properties/registers/items/properties/fieldsWhen/items/properties/fields/items/properties/values/propertyNames/pattern",keyword:"pattern",params:{pattern: "^(0x[0-9a-f]+|0|[1-9][0-9]*)$"},propertyName:key9};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
var valid25 = _errs116 === errors;
if(!valid25){
const err129 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen/" + i4+"/fields/" + i5+"/values",schemaPath:"#/properties/registers/items/properties/fieldsWhen/items/properties/fields/items/properties/values/propertyNames",keyword:"propertyNames",params:{propertyName: key9}};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
for(const key10 in data48){
let data49 = data48[key10];
if(typeof data49 === "string"){
if(data49.length < 1){
const err130 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen/" + i4+"/fields/" + i5+"/values/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/registers/items/properties/fieldsWhen/items/properties/fields/items/properties/values/additionalProperties/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
else {
const err131 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen/" + i4+"/fields/" + i5+"/values/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/registers/items/properties/fieldsWhen/items/properties/fields/items/properties/values/additionalProperties/type",keyword:"type",params:{type: "string"}};
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
else {
const err132 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen/" + i4+"/fields/" + i5+"/values",schemaPath:"#/properties/registers/items/properties/fieldsWhen/items/properties/fields/items/properties/values/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
if(data43.reserved !== undefined){
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
if(data43.values !== undefined){
const err133 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen/" + i4+"/fields/" + i5+"/values",schemaPath:"#/properties/registers/items/properties/fieldsWhen/items/properties/fields/items/dependentSchemas/reserved/properties/values/false schema",keyword:"false schema",params:{}};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
}
}
else {
const err134 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen/" + i4+"/fields/" + i5,schemaPath:"#/properties/registers/items/properties/fieldsWhen/items/properties/fields/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
}
else {
const err135 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen/" + i4+"/fields",schemaPath:"#/properties/registers/items/properties/fieldsWhen/items/properties/fields/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
if(data40.sameFieldsAs !== undefined){
let data51 = data40.sameFieldsAs;
if(typeof data51 === "string"){
if(!pattern62.test(data51)){
const err136 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen/" + i4+"/sameFieldsAs",schemaPath:"#/properties/registers/items/properties/fieldsWhen/items/properties/sameFieldsAs/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$"}};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
else {
const err137 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen/" + i4+"/sameFieldsAs",schemaPath:"#/properties/registers/items/properties/fieldsWhen/items/properties/sameFieldsAs/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
}
else {
const err138 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen/" + i4,schemaPath:"#/properties/registers/items/properties/fieldsWhen/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
}
else {
const err139 = {instancePath:instancePath+"/registers/" + i0+"/fieldsWhen",schemaPath:"#/properties/registers/items/properties/fieldsWhen/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
if(data4.fieldsWhen !== undefined){
if(data4.fields === undefined){
const err140 = {instancePath:instancePath+"/registers/" + i0,schemaPath:"#/properties/registers/items/dependentRequired",keyword:"dependentRequired",params:{property: "fieldsWhen",
    missingProperty: "fields",
    depsCount: 1,
    deps: "fields"}};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
if(data4.fields !== undefined){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.sameFieldsAs !== undefined){
const err141 = {instancePath:instancePath+"/registers/" + i0+"/sameFieldsAs",schemaPath:"#/properties/registers/items/dependentSchemas/fields/properties/sameFieldsAs/false schema",keyword:"false schema",params:{}};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
if(data4.aliasOf !== undefined){
const err142 = {instancePath:instancePath+"/registers/" + i0+"/aliasOf",schemaPath:"#/properties/registers/items/dependentSchemas/fields/properties/aliasOf/false schema",keyword:"false schema",params:{}};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
}
}
else {
const err143 = {instancePath:instancePath+"/registers/" + i0,schemaPath:"#/properties/registers/items/type",keyword:"type",params:{type: "object"}};
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
const err144 = {instancePath:instancePath+"/registers",schemaPath:"#/properties/registers/type",keyword:"type",params:{type: "array"}};
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
const err145 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
validate28.errors = vErrors;
return errors === 0;
}
validate28.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const validateSystemOperations = validate29;

const pattern78 = new RegExp("^[A-Z][A-Z0-9]*$", "u");

function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://worldswitch.dev/schema/language/system-operations.schema.json" */;
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
if(data.$schema === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "$schema"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.title === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "title"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.operations === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "operations"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "$schema") || (key0 === "title")) || (key0 === "operations"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.$schema !== undefined){
if(typeof data.$schema !== "string"){
const err4 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.title !== undefined){
let data1 = data.title;
if(typeof data1 === "string"){
if(data1.length < 1){
const err5 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/minLength",keyword:"minLength",params:{limit: 1}};
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
const err6 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.operations !== undefined){
let data2 = data.operations;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.class === undefined){
const err7 = {instancePath:instancePath+"/operations/" + i0,schemaPath:"#/properties/operations/items/required",keyword:"required",params:{missingProperty: "class"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data3.name === undefined){
const err8 = {instancePath:instancePath+"/operations/" + i0,schemaPath:"#/properties/operations/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data3.encoding === undefined){
const err9 = {instancePath:instancePath+"/operations/" + i0,schemaPath:"#/properties/operations/items/required",keyword:"required",params:{missingProperty: "encoding"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data3.register === undefined){
const err10 = {instancePath:instancePath+"/operations/" + i0,schemaPath:"#/properties/operations/items/required",keyword:"required",params:{missingProperty: "register"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data3.minimumEl === undefined){
const err11 = {instancePath:instancePath+"/operations/" + i0,schemaPath:"#/properties/operations/items/required",keyword:"required",params:{missingProperty: "minimumEl"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data3.does === undefined){
const err12 = {instancePath:instancePath+"/operations/" + i0,schemaPath:"#/properties/operations/items/required",keyword:"required",params:{missingProperty: "does"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
for(const key1 in data3){
if(!((((((key1 === "class") || (key1 === "name")) || (key1 === "encoding")) || (key1 === "register")) || (key1 === "minimumEl")) || (key1 === "does"))){
const err13 = {instancePath:instancePath+"/operations/" + i0,schemaPath:"#/properties/operations/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data3.class !== undefined){
let data4 = data3.class;
if(!((((data4 === "TLBI") || (data4 === "AT")) || (data4 === "IC")) || (data4 === "DC"))){
const err14 = {instancePath:instancePath+"/operations/" + i0+"/class",schemaPath:"#/properties/operations/items/properties/class/enum",keyword:"enum",params:{allowedValues: ["TLBI","AT","IC","DC"]}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data3.name !== undefined){
let data5 = data3.name;
if(typeof data5 === "string"){
if(!pattern78.test(data5)){
const err15 = {instancePath:instancePath+"/operations/" + i0+"/name",schemaPath:"#/properties/operations/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Z][A-Z0-9]*$"}};
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
const err16 = {instancePath:instancePath+"/operations/" + i0+"/name",schemaPath:"#/properties/operations/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data3.encoding !== undefined){
let data6 = data3.encoding;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.op1 === undefined){
const err17 = {instancePath:instancePath+"/operations/" + i0+"/encoding",schemaPath:"#/properties/operations/items/properties/encoding/required",keyword:"required",params:{missingProperty: "op1"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data6.CRn === undefined){
const err18 = {instancePath:instancePath+"/operations/" + i0+"/encoding",schemaPath:"#/properties/operations/items/properties/encoding/required",keyword:"required",params:{missingProperty: "CRn"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data6.CRm === undefined){
const err19 = {instancePath:instancePath+"/operations/" + i0+"/encoding",schemaPath:"#/properties/operations/items/properties/encoding/required",keyword:"required",params:{missingProperty: "CRm"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data6.op2 === undefined){
const err20 = {instancePath:instancePath+"/operations/" + i0+"/encoding",schemaPath:"#/properties/operations/items/properties/encoding/required",keyword:"required",params:{missingProperty: "op2"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
for(const key2 in data6){
if(!((((key2 === "op1") || (key2 === "CRn")) || (key2 === "CRm")) || (key2 === "op2"))){
const err21 = {instancePath:instancePath+"/operations/" + i0+"/encoding",schemaPath:"#/properties/operations/items/properties/encoding/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data6.op1 !== undefined){
let data7 = data6.op1;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err22 = {instancePath:instancePath+"/operations/" + i0+"/encoding/op1",schemaPath:"#/properties/operations/items/properties/encoding/properties/op1/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 7 || isNaN(data7)){
const err23 = {instancePath:instancePath+"/operations/" + i0+"/encoding/op1",schemaPath:"#/properties/operations/items/properties/encoding/properties/op1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 7}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data7 < 0 || isNaN(data7)){
const err24 = {instancePath:instancePath+"/operations/" + i0+"/encoding/op1",schemaPath:"#/properties/operations/items/properties/encoding/properties/op1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data6.CRn !== undefined){
let data8 = data6.CRn;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
const err25 = {instancePath:instancePath+"/operations/" + i0+"/encoding/CRn",schemaPath:"#/properties/operations/items/properties/encoding/properties/CRn/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 15 || isNaN(data8)){
const err26 = {instancePath:instancePath+"/operations/" + i0+"/encoding/CRn",schemaPath:"#/properties/operations/items/properties/encoding/properties/CRn/maximum",keyword:"maximum",params:{comparison: "<=", limit: 15}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data8 < 0 || isNaN(data8)){
const err27 = {instancePath:instancePath+"/operations/" + i0+"/encoding/CRn",schemaPath:"#/properties/operations/items/properties/encoding/properties/CRn/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
if(data6.CRm !== undefined){
let data9 = data6.CRm;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err28 = {instancePath:instancePath+"/operations/" + i0+"/encoding/CRm",schemaPath:"#/properties/operations/items/properties/encoding/properties/CRm/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 15 || isNaN(data9)){
const err29 = {instancePath:instancePath+"/operations/" + i0+"/encoding/CRm",schemaPath:"#/properties/operations/items/properties/encoding/properties/CRm/maximum",keyword:"maximum",params:{comparison: "<=", limit: 15}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data9 < 0 || isNaN(data9)){
const err30 = {instancePath:instancePath+"/operations/" + i0+"/encoding/CRm",schemaPath:"#/properties/operations/items/properties/encoding/properties/CRm/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data6.op2 !== undefined){
let data10 = data6.op2;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err31 = {instancePath:instancePath+"/operations/" + i0+"/encoding/op2",schemaPath:"#/properties/operations/items/properties/encoding/properties/op2/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 7 || isNaN(data10)){
const err32 = {instancePath:instancePath+"/operations/" + i0+"/encoding/op2",schemaPath:"#/properties/operations/items/properties/encoding/properties/op2/maximum",keyword:"maximum",params:{comparison: "<=", limit: 7}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data10 < 0 || isNaN(data10)){
const err33 = {instancePath:instancePath+"/operations/" + i0+"/encoding/op2",schemaPath:"#/properties/operations/items/properties/encoding/properties/op2/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
}
else {
const err34 = {instancePath:instancePath+"/operations/" + i0+"/encoding",schemaPath:"#/properties/operations/items/properties/encoding/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data3.register !== undefined){
if(typeof data3.register !== "boolean"){
const err35 = {instancePath:instancePath+"/operations/" + i0+"/register",schemaPath:"#/properties/operations/items/properties/register/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data3.minimumEl !== undefined){
let data12 = data3.minimumEl;
if(!((((data12 === 0) || (data12 === 1)) || (data12 === 2)) || (data12 === 3))){
const err36 = {instancePath:instancePath+"/operations/" + i0+"/minimumEl",schemaPath:"#/properties/operations/items/properties/minimumEl/enum",keyword:"enum",params:{allowedValues: [0,1,2,3]}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data3.does !== undefined){
let data13 = data3.does;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
for(const key3 in data13){
if(!(func1.call(names3, key3))){
const err37 = {instancePath:instancePath+"/operations/" + i0+"/does",schemaPath:"#/properties/operations/items/properties/does/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data13.regime !== undefined){
let data14 = data13.regime;
if(!(((data14 === "EL1&0") || (data14 === "EL2")) || (data14 === "EL3"))){
const err38 = {instancePath:instancePath+"/operations/" + i0+"/does/regime",schemaPath:"#/properties/operations/items/properties/does/properties/regime/enum",keyword:"enum",params:{allowedValues: ["EL1&0","EL2","EL3"]}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data13.stages !== undefined){
let data15 = data13.stages;
if(!(((data15 === "1") || (data15 === "2")) || (data15 === "1+2"))){
const err39 = {instancePath:instancePath+"/operations/" + i0+"/does/stages",schemaPath:"#/properties/operations/items/properties/does/properties/stages/enum",keyword:"enum",params:{allowedValues: ["1","2","1+2"]}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data13.by !== undefined){
let data16 = data13.by;
if(!(((((((data16 === "all") || (data16 === "vmid")) || (data16 === "asid")) || (data16 === "va")) || (data16 === "va-all-asids")) || (data16 === "ipa")) || (data16 === "set-way"))){
const err40 = {instancePath:instancePath+"/operations/" + i0+"/does/by",schemaPath:"#/properties/operations/items/properties/does/properties/by/enum",keyword:"enum",params:{allowedValues: ["all","vmid","asid","va","va-all-asids","ipa","set-way"]}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data13.lastLevel !== undefined){
if(typeof data13.lastLevel !== "boolean"){
const err41 = {instancePath:instancePath+"/operations/" + i0+"/does/lastLevel",schemaPath:"#/properties/operations/items/properties/does/properties/lastLevel/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data13.shareability !== undefined){
let data18 = data13.shareability;
if(!((data18 === "local") || (data18 === "inner"))){
const err42 = {instancePath:instancePath+"/operations/" + i0+"/does/shareability",schemaPath:"#/properties/operations/items/properties/does/properties/shareability/enum",keyword:"enum",params:{allowedValues: ["local","inner"]}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data13.el !== undefined){
let data19 = data13.el;
if(!((((data19 === 0) || (data19 === 1)) || (data19 === 2)) || (data19 === 3))){
const err43 = {instancePath:instancePath+"/operations/" + i0+"/does/el",schemaPath:"#/properties/operations/items/properties/does/properties/el/enum",keyword:"enum",params:{allowedValues: [0,1,2,3]}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data13.access !== undefined){
let data20 = data13.access;
if(!((data20 === "read") || (data20 === "write"))){
const err44 = {instancePath:instancePath+"/operations/" + i0+"/does/access",schemaPath:"#/properties/operations/items/properties/does/properties/access/enum",keyword:"enum",params:{allowedValues: ["read","write"]}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data13.cache !== undefined){
let data21 = data13.cache;
if(!((data21 === "instruction") || (data21 === "data"))){
const err45 = {instancePath:instancePath+"/operations/" + i0+"/does/cache",schemaPath:"#/properties/operations/items/properties/does/properties/cache/enum",keyword:"enum",params:{allowedValues: ["instruction","data"]}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data13.maintenance !== undefined){
let data22 = data13.maintenance;
if(!(((data22 === "clean") || (data22 === "invalidate")) || (data22 === "clean+invalidate"))){
const err46 = {instancePath:instancePath+"/operations/" + i0+"/does/maintenance",schemaPath:"#/properties/operations/items/properties/does/properties/maintenance/enum",keyword:"enum",params:{allowedValues: ["clean","invalidate","clean+invalidate"]}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data13.to !== undefined){
let data23 = data13.to;
if(!((data23 === "coherency") || (data23 === "unification"))){
const err47 = {instancePath:instancePath+"/operations/" + i0+"/does/to",schemaPath:"#/properties/operations/items/properties/does/properties/to/enum",keyword:"enum",params:{allowedValues: ["coherency","unification"]}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data13.zero !== undefined){
if(typeof data13.zero !== "boolean"){
const err48 = {instancePath:instancePath+"/operations/" + i0+"/does/zero",schemaPath:"#/properties/operations/items/properties/does/properties/zero/type",keyword:"type",params:{type: "boolean"}};
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
const err49 = {instancePath:instancePath+"/operations/" + i0+"/does",schemaPath:"#/properties/operations/items/properties/does/type",keyword:"type",params:{type: "object"}};
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
const err50 = {instancePath:instancePath+"/operations/" + i0,schemaPath:"#/properties/operations/items/type",keyword:"type",params:{type: "object"}};
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
const err51 = {instancePath:instancePath+"/operations",schemaPath:"#/properties/operations/type",keyword:"type",params:{type: "array"}};
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
const err52 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
validate29.errors = vErrors;
return errors === 0;
}
validate29.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const validateWorldSwitch = validate30;

const pattern79 = new RegExp("(^|/)world-switch\\.schema\\.json$", "u");
const pattern80 = new RegExp("^\\.[A-Za-z_][A-Za-z0-9_.]*$", "u");
const pattern81 = new RegExp("^x([0-9]|[12][0-9]|30)$", "u");
const pattern87 = new RegExp("^x([0-9]|[12][0-9]|30)(-x([0-9]|[12][0-9]|30))?$", "u");

function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://worldswitch.dev/schema/language/world-switch.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate30.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.$schema === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "$schema"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.section === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "section"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.registers === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "registers"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.groups === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "groups"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.routines === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "routines"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.procedures === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "procedures"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.switch === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "switch"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.contexts === undefined){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "contexts"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data.traps === undefined){
const err8 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "traps"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data.vm === undefined){
const err9 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "vm"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data.fault === undefined){
const err10 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "fault"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data.abort === undefined){
const err11 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "abort"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data.panic === undefined){
const err12 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "panic"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data.vectors === undefined){
const err13 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "vectors"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data.flush === undefined){
const err14 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "flush"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(names4, key0))){
const err15 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.$schema !== undefined){
let data0 = data.$schema;
if(typeof data0 === "string"){
if(!pattern79.test(data0)){
const err16 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/pattern",keyword:"pattern",params:{pattern: "(^|/)world-switch\\.schema\\.json$"}};
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
const err17 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.section !== undefined){
let data1 = data.section;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.name === undefined){
const err18 = {instancePath:instancePath+"/section",schemaPath:"#/properties/section/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data1.alignLog2 === undefined){
const err19 = {instancePath:instancePath+"/section",schemaPath:"#/properties/section/required",keyword:"required",params:{missingProperty: "alignLog2"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
for(const key1 in data1){
if(!((key1 === "name") || (key1 === "alignLog2"))){
const err20 = {instancePath:instancePath+"/section",schemaPath:"#/properties/section/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data1.name !== undefined){
let data2 = data1.name;
if(typeof data2 === "string"){
if(data2.length > 100){
const err21 = {instancePath:instancePath+"/section/name",schemaPath:"#/properties/section/properties/name/maxLength",keyword:"maxLength",params:{limit: 100}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(!pattern80.test(data2)){
const err22 = {instancePath:instancePath+"/section/name",schemaPath:"#/properties/section/properties/name/pattern",keyword:"pattern",params:{pattern: "^\\.[A-Za-z_][A-Za-z0-9_.]*$"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/section/name",schemaPath:"#/properties/section/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data1.alignLog2 !== undefined){
let data3 = data1.alignLog2;
if(typeof data3 === "string"){
if(data3.length > 1000){
const err24 = {instancePath:instancePath+"/section/alignLog2",schemaPath:"#/properties/section/properties/alignLog2/maxLength",keyword:"maxLength",params:{limit: 1000}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data3.length < 1){
const err25 = {instancePath:instancePath+"/section/alignLog2",schemaPath:"#/properties/section/properties/alignLog2/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/section/alignLog2",schemaPath:"#/properties/section/properties/alignLog2/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/section",schemaPath:"#/properties/section/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.registers !== undefined){
let data4 = data.registers;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.vcpu === undefined){
const err28 = {instancePath:instancePath+"/registers",schemaPath:"#/properties/registers/required",keyword:"required",params:{missingProperty: "vcpu"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data4.exitCode === undefined){
const err29 = {instancePath:instancePath+"/registers",schemaPath:"#/properties/registers/required",keyword:"required",params:{missingProperty: "exitCode"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data4.context === undefined){
const err30 = {instancePath:instancePath+"/registers",schemaPath:"#/properties/registers/required",keyword:"required",params:{missingProperty: "context"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data4.scratch === undefined){
const err31 = {instancePath:instancePath+"/registers",schemaPath:"#/properties/registers/required",keyword:"required",params:{missingProperty: "scratch"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(data4.link === undefined){
const err32 = {instancePath:instancePath+"/registers",schemaPath:"#/properties/registers/required",keyword:"required",params:{missingProperty: "link"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
for(const key2 in data4){
if(!(((((key2 === "vcpu") || (key2 === "exitCode")) || (key2 === "context")) || (key2 === "scratch")) || (key2 === "link"))){
const err33 = {instancePath:instancePath+"/registers",schemaPath:"#/properties/registers/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data4.vcpu !== undefined){
let data5 = data4.vcpu;
if(typeof data5 === "string"){
if(!pattern81.test(data5)){
const err34 = {instancePath:instancePath+"/registers/vcpu",schemaPath:"#/properties/registers/properties/vcpu/pattern",keyword:"pattern",params:{pattern: "^x([0-9]|[12][0-9]|30)$"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/registers/vcpu",schemaPath:"#/properties/registers/properties/vcpu/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data4.exitCode !== undefined){
let data6 = data4.exitCode;
if(typeof data6 === "string"){
if(!pattern81.test(data6)){
const err36 = {instancePath:instancePath+"/registers/exitCode",schemaPath:"#/properties/registers/properties/exitCode/pattern",keyword:"pattern",params:{pattern: "^x([0-9]|[12][0-9]|30)$"}};
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
const err37 = {instancePath:instancePath+"/registers/exitCode",schemaPath:"#/properties/registers/properties/exitCode/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data4.context !== undefined){
let data7 = data4.context;
if(typeof data7 === "string"){
if(!pattern81.test(data7)){
const err38 = {instancePath:instancePath+"/registers/context",schemaPath:"#/properties/registers/properties/context/pattern",keyword:"pattern",params:{pattern: "^x([0-9]|[12][0-9]|30)$"}};
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
const err39 = {instancePath:instancePath+"/registers/context",schemaPath:"#/properties/registers/properties/context/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data4.scratch !== undefined){
let data8 = data4.scratch;
if(typeof data8 === "string"){
if(!pattern81.test(data8)){
const err40 = {instancePath:instancePath+"/registers/scratch",schemaPath:"#/properties/registers/properties/scratch/pattern",keyword:"pattern",params:{pattern: "^x([0-9]|[12][0-9]|30)$"}};
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
const err41 = {instancePath:instancePath+"/registers/scratch",schemaPath:"#/properties/registers/properties/scratch/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data4.link !== undefined){
let data9 = data4.link;
if(typeof data9 === "string"){
if(!pattern81.test(data9)){
const err42 = {instancePath:instancePath+"/registers/link",schemaPath:"#/properties/registers/properties/link/pattern",keyword:"pattern",params:{pattern: "^x([0-9]|[12][0-9]|30)$"}};
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
const err43 = {instancePath:instancePath+"/registers/link",schemaPath:"#/properties/registers/properties/link/type",keyword:"type",params:{type: "string"}};
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
const err44 = {instancePath:instancePath+"/registers",schemaPath:"#/properties/registers/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data.groups !== undefined){
let data10 = data.groups;
if(Array.isArray(data10)){
if(data10.length < 1){
const err45 = {instancePath:instancePath+"/groups",schemaPath:"#/properties/groups/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
const len0 = data10.length;
for(let i0=0; i0<len0; i0++){
let data11 = data10[i0];
const _errs37 = errors;
let valid6 = true;
const _errs38 = errors;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
let missing0;
if((data11.order === undefined) && (missing0 = "order")){
errors++;
}
}
var _valid0 = _errs38 === errors;
errors = _errs37;
if(vErrors !== null){
if(_errs37){
vErrors.length = _errs37;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs39 = errors;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.transfers !== undefined){
const err47 = {instancePath:instancePath+"/groups/" + i0+"/transfers",schemaPath:"#/properties/groups/items/allOf/0/then/properties/transfers/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
var _valid0 = _errs39 === errors;
valid6 = _valid0;
if(valid6){
var props0 = {};
props0.transfers = true;
props0.order = true;
}
ifClause0 = "then";
}
else {
const _errs43 = errors;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.transfers === undefined){
const err48 = {instancePath:instancePath+"/groups/" + i0,schemaPath:"#/properties/groups/items/allOf/0/else/required",keyword:"required",params:{missingProperty: "transfers"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
var _valid0 = _errs43 === errors;
valid6 = _valid0;
ifClause0 = "else";
}
if(!valid6){
const err49 = {instancePath:instancePath+"/groups/" + i0,schemaPath:"#/properties/groups/items/allOf/0/if",keyword:"if",params:{failingKeyword: ifClause0}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.name === undefined){
const err50 = {instancePath:instancePath+"/groups/" + i0,schemaPath:"#/properties/groups/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(data11.doc === undefined){
const err51 = {instancePath:instancePath+"/groups/" + i0,schemaPath:"#/properties/groups/items/required",keyword:"required",params:{missingProperty: "doc"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
for(const key3 in data11){
if(!(func1.call(names5, key3))){
const err52 = {instancePath:instancePath+"/groups/" + i0,schemaPath:"#/properties/groups/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data11.name !== undefined){
let data13 = data11.name;
if(typeof data13 === "string"){
if(data13.length > 128){
const err53 = {instancePath:instancePath+"/groups/" + i0+"/name",schemaPath:"#/properties/groups/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(!pattern20.test(data13)){
const err54 = {instancePath:instancePath+"/groups/" + i0+"/name",schemaPath:"#/properties/groups/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
else {
const err55 = {instancePath:instancePath+"/groups/" + i0+"/name",schemaPath:"#/properties/groups/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data11.doc !== undefined){
let data14 = data11.doc;
if(typeof data14 === "string"){
if(data14.length < 1){
const err56 = {instancePath:instancePath+"/groups/" + i0+"/doc",schemaPath:"#/properties/groups/items/properties/doc/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
else {
const err57 = {instancePath:instancePath+"/groups/" + i0+"/doc",schemaPath:"#/properties/groups/items/properties/doc/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data11.temporaries !== undefined){
let data15 = data11.temporaries;
if(typeof data15 === "string"){
if(!pattern87.test(data15)){
const err58 = {instancePath:instancePath+"/groups/" + i0+"/temporaries",schemaPath:"#/properties/groups/items/properties/temporaries/pattern",keyword:"pattern",params:{pattern: "^x([0-9]|[12][0-9]|30)(-x([0-9]|[12][0-9]|30))?$"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
else {
const err59 = {instancePath:instancePath+"/groups/" + i0+"/temporaries",schemaPath:"#/properties/groups/items/properties/temporaries/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data11.base !== undefined){
let data16 = data11.base;
if(typeof data16 !== "string"){
const err60 = {instancePath:instancePath+"/groups/" + i0+"/base",schemaPath:"#/properties/groups/items/properties/base/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(!((data16 === "scratch") || (data16 === "context"))){
const err61 = {instancePath:instancePath+"/groups/" + i0+"/base",schemaPath:"#/properties/groups/items/properties/base/enum",keyword:"enum",params:{allowedValues: ["scratch","context"]}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data11.pairs !== undefined){
if(typeof data11.pairs !== "boolean"){
const err62 = {instancePath:instancePath+"/groups/" + i0+"/pairs",schemaPath:"#/properties/groups/items/properties/pairs/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data11.advanceAt !== undefined){
let data18 = data11.advanceAt;
if(typeof data18 === "string"){
if(data18.length > 64){
const err63 = {instancePath:instancePath+"/groups/" + i0+"/advanceAt",schemaPath:"#/properties/groups/items/properties/advanceAt/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(!pattern31.test(data18)){
const err64 = {instancePath:instancePath+"/groups/" + i0+"/advanceAt",schemaPath:"#/properties/groups/items/properties/advanceAt/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
else {
const err65 = {instancePath:instancePath+"/groups/" + i0+"/advanceAt",schemaPath:"#/properties/groups/items/properties/advanceAt/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data11.order !== undefined){
let data19 = data11.order;
if(typeof data19 !== "boolean"){
const err66 = {instancePath:instancePath+"/groups/" + i0+"/order",schemaPath:"#/properties/groups/items/properties/order/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(true !== data19){
const err67 = {instancePath:instancePath+"/groups/" + i0+"/order",schemaPath:"#/properties/groups/items/properties/order/const",keyword:"const",params:{allowedValue: true}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data11.transfers !== undefined){
let data20 = data11.transfers;
if(Array.isArray(data20)){
if(data20.length < 1){
const err68 = {instancePath:instancePath+"/groups/" + i0+"/transfers",schemaPath:"#/properties/groups/items/properties/transfers/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
const len1 = data20.length;
for(let i1=0; i1<len1; i1++){
let data21 = data20[i1];
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(data21.register === undefined){
const err69 = {instancePath:instancePath+"/groups/" + i0+"/transfers/" + i1,schemaPath:"#/properties/groups/items/properties/transfers/items/required",keyword:"required",params:{missingProperty: "register"}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if(data21.member === undefined){
const err70 = {instancePath:instancePath+"/groups/" + i0+"/transfers/" + i1,schemaPath:"#/properties/groups/items/properties/transfers/items/required",keyword:"required",params:{missingProperty: "member"}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
for(const key4 in data21){
if(!(((((key4 === "register") || (key4 === "member")) || (key4 === "constraints")) || (key4 === "doc")) || (key4 === "when"))){
const err71 = {instancePath:instancePath+"/groups/" + i0+"/transfers/" + i1,schemaPath:"#/properties/groups/items/properties/transfers/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data21.register !== undefined){
let data22 = data21.register;
if(typeof data22 === "string"){
if(data22.length > 64){
const err72 = {instancePath:instancePath+"/groups/" + i0+"/transfers/" + i1+"/register",schemaPath:"#/properties/groups/items/properties/transfers/items/properties/register/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if(!pattern31.test(data22)){
const err73 = {instancePath:instancePath+"/groups/" + i0+"/transfers/" + i1+"/register",schemaPath:"#/properties/groups/items/properties/transfers/items/properties/register/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
else {
const err74 = {instancePath:instancePath+"/groups/" + i0+"/transfers/" + i1+"/register",schemaPath:"#/properties/groups/items/properties/transfers/items/properties/register/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data21.member !== undefined){
let data23 = data21.member;
if(typeof data23 === "string"){
if(data23.length > 500){
const err75 = {instancePath:instancePath+"/groups/" + i0+"/transfers/" + i1+"/member",schemaPath:"#/properties/groups/items/properties/transfers/items/properties/member/maxLength",keyword:"maxLength",params:{limit: 500}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
if(!pattern22.test(data23)){
const err76 = {instancePath:instancePath+"/groups/" + i0+"/transfers/" + i1+"/member",schemaPath:"#/properties/groups/items/properties/transfers/items/properties/member/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$"}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
else {
const err77 = {instancePath:instancePath+"/groups/" + i0+"/transfers/" + i1+"/member",schemaPath:"#/properties/groups/items/properties/transfers/items/properties/member/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data21.constraints !== undefined){
let data24 = data21.constraints;
if(Array.isArray(data24)){
if(data24.length < 1){
const err78 = {instancePath:instancePath+"/groups/" + i0+"/transfers/" + i1+"/constraints",schemaPath:"#/properties/groups/items/properties/transfers/items/properties/constraints/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
const len2 = data24.length;
for(let i2=0; i2<len2; i2++){
let data25 = data24[i2];
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(Object.keys(data25).length > 2){
const err79 = {instancePath:instancePath+"/groups/" + i0+"/transfers/" + i1+"/constraints/" + i2,schemaPath:"#/properties/groups/items/properties/transfers/items/properties/constraints/items/maxProperties",keyword:"maxProperties",params:{limit: 2}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
if(Object.keys(data25).length < 2){
const err80 = {instancePath:instancePath+"/groups/" + i0+"/transfers/" + i1+"/constraints/" + i2,schemaPath:"#/properties/groups/items/properties/transfers/items/properties/constraints/items/minProperties",keyword:"minProperties",params:{limit: 2}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if(data25.because === undefined){
const err81 = {instancePath:instancePath+"/groups/" + i0+"/transfers/" + i1+"/constraints/" + i2,schemaPath:"#/properties/groups/items/properties/transfers/items/properties/constraints/items/required",keyword:"required",params:{missingProperty: "because"}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
for(const key5 in data25){
if(!(((key5 === "before") || (key5 === "pairWith")) || (key5 === "because"))){
const err82 = {instancePath:instancePath+"/groups/" + i0+"/transfers/" + i1+"/constraints/" + i2,schemaPath:"#/properties/groups/items/properties/transfers/items/properties/constraints/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data25.before !== undefined){
let data26 = data25.before;
if(typeof data26 === "string"){
if(data26.length > 64){
const err83 = {instancePath:instancePath+"/groups/" + i0+"/transfers/" + i1+"/constraints/" + i2+"/before",schemaPath:"#/properties/groups/items/properties/transfers/items/properties/constraints/items/properties/before/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
if(!pattern31.test(data26)){
const err84 = {instancePath:instancePath+"/groups/" + i0+"/transfers/" + i1+"/constraints/" + i2+"/before",schemaPath:"#/properties/groups/items/properties/transfers/items/properties/constraints/items/properties/before/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
else {
const err85 = {instancePath:instancePath+"/groups/" + i0+"/transfers/" + i1+"/constraints/" + i2+"/before",schemaPath:"#/properties/groups/items/properties/transfers/items/properties/constraints/items/properties/before/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data25.pairWith !== undefined){
let data27 = data25.pairWith;
if(typeof data27 === "string"){
if(data27.length > 64){
const err86 = {instancePath:instancePath+"/groups/" + i0+"/transfers/" + i1+"/constraints/" + i2+"/pairWith",schemaPath:"#/properties/groups/items/properties/transfers/items/properties/constraints/items/properties/pairWith/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
if(!pattern31.test(data27)){
const err87 = {instancePath:instancePath+"/groups/" + i0+"/transfers/" + i1+"/constraints/" + i2+"/pairWith",schemaPath:"#/properties/groups/items/properties/transfers/items/properties/constraints/items/properties/pairWith/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"}};
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
const err88 = {instancePath:instancePath+"/groups/" + i0+"/transfers/" + i1+"/constraints/" + i2+"/pairWith",schemaPath:"#/properties/groups/items/properties/transfers/items/properties/constraints/items/properties/pairWith/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(data25.because !== undefined){
let data28 = data25.because;
if(typeof data28 === "string"){
if(data28.length < 1){
const err89 = {instancePath:instancePath+"/groups/" + i0+"/transfers/" + i1+"/constraints/" + i2+"/because",schemaPath:"#/properties/groups/items/properties/transfers/items/properties/constraints/items/properties/because/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
else {
const err90 = {instancePath:instancePath+"/groups/" + i0+"/transfers/" + i1+"/constraints/" + i2+"/because",schemaPath:"#/properties/groups/items/properties/transfers/items/properties/constraints/items/properties/because/type",keyword:"type",params:{type: "string"}};
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
const err91 = {instancePath:instancePath+"/groups/" + i0+"/transfers/" + i1+"/constraints/" + i2,schemaPath:"#/properties/groups/items/properties/transfers/items/properties/constraints/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
}
else {
const err92 = {instancePath:instancePath+"/groups/" + i0+"/transfers/" + i1+"/constraints",schemaPath:"#/properties/groups/items/properties/transfers/items/properties/constraints/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
if(data21.doc !== undefined){
let data29 = data21.doc;
if(typeof data29 === "string"){
if(data29.length < 1){
const err93 = {instancePath:instancePath+"/groups/" + i0+"/transfers/" + i1+"/doc",schemaPath:"#/properties/groups/items/properties/transfers/items/properties/doc/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
else {
const err94 = {instancePath:instancePath+"/groups/" + i0+"/transfers/" + i1+"/doc",schemaPath:"#/properties/groups/items/properties/transfers/items/properties/doc/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
if(data21.when !== undefined){
let data30 = data21.when;
if(typeof data30 === "string"){
if(data30.length > 200){
const err95 = {instancePath:instancePath+"/groups/" + i0+"/transfers/" + i1+"/when",schemaPath:"#/properties/groups/items/properties/transfers/items/properties/when/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if(data30.length < 1){
const err96 = {instancePath:instancePath+"/groups/" + i0+"/transfers/" + i1+"/when",schemaPath:"#/properties/groups/items/properties/transfers/items/properties/when/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
else {
const err97 = {instancePath:instancePath+"/groups/" + i0+"/transfers/" + i1+"/when",schemaPath:"#/properties/groups/items/properties/transfers/items/properties/when/type",keyword:"type",params:{type: "string"}};
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
const err98 = {instancePath:instancePath+"/groups/" + i0+"/transfers/" + i1,schemaPath:"#/properties/groups/items/properties/transfers/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
}
else {
const err99 = {instancePath:instancePath+"/groups/" + i0+"/transfers",schemaPath:"#/properties/groups/items/properties/transfers/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data11.waive !== undefined){
let data31 = data11.waive;
if(Array.isArray(data31)){
if(data31.length < 1){
const err100 = {instancePath:instancePath+"/groups/" + i0+"/waive",schemaPath:"#/properties/groups/items/properties/waive/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
const len3 = data31.length;
for(let i3=0; i3<len3; i3++){
let data32 = data31[i3];
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
if(data32.code === undefined){
const err101 = {instancePath:instancePath+"/groups/" + i0+"/waive/" + i3,schemaPath:"#/properties/groups/items/properties/waive/items/required",keyword:"required",params:{missingProperty: "code"}};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
if(data32.because === undefined){
const err102 = {instancePath:instancePath+"/groups/" + i0+"/waive/" + i3,schemaPath:"#/properties/groups/items/properties/waive/items/required",keyword:"required",params:{missingProperty: "because"}};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
for(const key6 in data32){
if(!((key6 === "code") || (key6 === "because"))){
const err103 = {instancePath:instancePath+"/groups/" + i0+"/waive/" + i3,schemaPath:"#/properties/groups/items/properties/waive/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
if(data32.code !== undefined){
let data33 = data32.code;
if(typeof data33 === "string"){
if(!pattern23.test(data33)){
const err104 = {instancePath:instancePath+"/groups/" + i0+"/waive/" + i3+"/code",schemaPath:"#/properties/groups/items/properties/waive/items/properties/code/pattern",keyword:"pattern",params:{pattern: "^WS[0-9]{3}$"}};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
else {
const err105 = {instancePath:instancePath+"/groups/" + i0+"/waive/" + i3+"/code",schemaPath:"#/properties/groups/items/properties/waive/items/properties/code/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
if(data32.because !== undefined){
let data34 = data32.because;
if(typeof data34 === "string"){
if(data34.length < 1){
const err106 = {instancePath:instancePath+"/groups/" + i0+"/waive/" + i3+"/because",schemaPath:"#/properties/groups/items/properties/waive/items/properties/because/minLength",keyword:"minLength",params:{limit: 1}};
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
const err107 = {instancePath:instancePath+"/groups/" + i0+"/waive/" + i3+"/because",schemaPath:"#/properties/groups/items/properties/waive/items/properties/because/type",keyword:"type",params:{type: "string"}};
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
const err108 = {instancePath:instancePath+"/groups/" + i0+"/waive/" + i3,schemaPath:"#/properties/groups/items/properties/waive/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
}
else {
const err109 = {instancePath:instancePath+"/groups/" + i0+"/waive",schemaPath:"#/properties/groups/items/properties/waive/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
if(data11.when !== undefined){
let data35 = data11.when;
if(typeof data35 === "string"){
if(data35.length > 200){
const err110 = {instancePath:instancePath+"/groups/" + i0+"/when",schemaPath:"#/properties/groups/items/properties/when/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if(data35.length < 1){
const err111 = {instancePath:instancePath+"/groups/" + i0+"/when",schemaPath:"#/properties/groups/items/properties/when/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
else {
const err112 = {instancePath:instancePath+"/groups/" + i0+"/when",schemaPath:"#/properties/groups/items/properties/when/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
}
else {
const err113 = {instancePath:instancePath+"/groups/" + i0,schemaPath:"#/properties/groups/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
}
else {
const err114 = {instancePath:instancePath+"/groups",schemaPath:"#/properties/groups/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
if(data.routines !== undefined){
let data36 = data.routines;
if(Array.isArray(data36)){
if(data36.length < 1){
const err115 = {instancePath:instancePath+"/routines",schemaPath:"#/properties/routines/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
const len4 = data36.length;
for(let i4=0; i4<len4; i4++){
let data37 = data36[i4];
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
if(data37.name === undefined){
const err116 = {instancePath:instancePath+"/routines/" + i4,schemaPath:"#/properties/routines/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
if(data37.doc === undefined){
const err117 = {instancePath:instancePath+"/routines/" + i4,schemaPath:"#/properties/routines/items/required",keyword:"required",params:{missingProperty: "doc"}};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
if(data37.steps === undefined){
const err118 = {instancePath:instancePath+"/routines/" + i4,schemaPath:"#/properties/routines/items/required",keyword:"required",params:{missingProperty: "steps"}};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
for(const key7 in data37){
if(!(((((key7 === "name") || (key7 === "doc")) || (key7 === "steps")) || (key7 === "waive")) || (key7 === "when"))){
const err119 = {instancePath:instancePath+"/routines/" + i4,schemaPath:"#/properties/routines/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
if(data37.name !== undefined){
let data38 = data37.name;
if(typeof data38 === "string"){
if(data38.length > 128){
const err120 = {instancePath:instancePath+"/routines/" + i4+"/name",schemaPath:"#/properties/routines/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
if(!pattern20.test(data38)){
const err121 = {instancePath:instancePath+"/routines/" + i4+"/name",schemaPath:"#/properties/routines/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
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
const err122 = {instancePath:instancePath+"/routines/" + i4+"/name",schemaPath:"#/properties/routines/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
if(data37.doc !== undefined){
let data39 = data37.doc;
if(typeof data39 === "string"){
if(data39.length < 1){
const err123 = {instancePath:instancePath+"/routines/" + i4+"/doc",schemaPath:"#/properties/routines/items/properties/doc/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
else {
const err124 = {instancePath:instancePath+"/routines/" + i4+"/doc",schemaPath:"#/properties/routines/items/properties/doc/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
if(data37.steps !== undefined){
let data40 = data37.steps;
if(Array.isArray(data40)){
if(data40.length < 1){
const err125 = {instancePath:instancePath+"/routines/" + i4+"/steps",schemaPath:"#/properties/routines/items/properties/steps/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
const len5 = data40.length;
for(let i5=0; i5<len5; i5++){
let data41 = data40[i5];
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
if(Object.keys(data41).length > 1){
const err126 = {instancePath:instancePath+"/routines/" + i4+"/steps/" + i5,schemaPath:"#/properties/routines/items/properties/steps/items/maxProperties",keyword:"maxProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
if(Object.keys(data41).length < 1){
const err127 = {instancePath:instancePath+"/routines/" + i4+"/steps/" + i5,schemaPath:"#/properties/routines/items/properties/steps/items/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
for(const key8 in data41){
if(!(func1.call(names6, key8))){
const err128 = {instancePath:instancePath+"/routines/" + i4+"/steps/" + i5,schemaPath:"#/properties/routines/items/properties/steps/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
if(data41.anchor !== undefined){
let data42 = data41.anchor;
if(typeof data42 === "string"){
if(data42.length > 128){
const err129 = {instancePath:instancePath+"/routines/" + i4+"/steps/" + i5+"/anchor",schemaPath:"#/properties/routines/items/properties/steps/items/properties/anchor/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
if(!pattern20.test(data42)){
const err130 = {instancePath:instancePath+"/routines/" + i4+"/steps/" + i5+"/anchor",schemaPath:"#/properties/routines/items/properties/steps/items/properties/anchor/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
else {
const err131 = {instancePath:instancePath+"/routines/" + i4+"/steps/" + i5+"/anchor",schemaPath:"#/properties/routines/items/properties/steps/items/properties/anchor/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
if(data41.save !== undefined){
let data43 = data41.save;
if(typeof data43 === "string"){
if(data43.length > 128){
const err132 = {instancePath:instancePath+"/routines/" + i4+"/steps/" + i5+"/save",schemaPath:"#/properties/routines/items/properties/steps/items/properties/save/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
if(!pattern20.test(data43)){
const err133 = {instancePath:instancePath+"/routines/" + i4+"/steps/" + i5+"/save",schemaPath:"#/properties/routines/items/properties/steps/items/properties/save/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
else {
const err134 = {instancePath:instancePath+"/routines/" + i4+"/steps/" + i5+"/save",schemaPath:"#/properties/routines/items/properties/steps/items/properties/save/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
if(data41.restore !== undefined){
let data44 = data41.restore;
if(typeof data44 === "string"){
if(data44.length > 128){
const err135 = {instancePath:instancePath+"/routines/" + i4+"/steps/" + i5+"/restore",schemaPath:"#/properties/routines/items/properties/steps/items/properties/restore/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
if(!pattern20.test(data44)){
const err136 = {instancePath:instancePath+"/routines/" + i4+"/steps/" + i5+"/restore",schemaPath:"#/properties/routines/items/properties/steps/items/properties/restore/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
else {
const err137 = {instancePath:instancePath+"/routines/" + i4+"/steps/" + i5+"/restore",schemaPath:"#/properties/routines/items/properties/steps/items/properties/restore/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
if(data41.store !== undefined){
let data45 = data41.store;
if(typeof data45 === "string"){
if(data45.length > 128){
const err138 = {instancePath:instancePath+"/routines/" + i4+"/steps/" + i5+"/store",schemaPath:"#/properties/routines/items/properties/steps/items/properties/store/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
if(!pattern20.test(data45)){
const err139 = {instancePath:instancePath+"/routines/" + i4+"/steps/" + i5+"/store",schemaPath:"#/properties/routines/items/properties/steps/items/properties/store/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
else {
const err140 = {instancePath:instancePath+"/routines/" + i4+"/steps/" + i5+"/store",schemaPath:"#/properties/routines/items/properties/steps/items/properties/store/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
if(data41.load !== undefined){
let data46 = data41.load;
if(typeof data46 === "string"){
if(data46.length > 128){
const err141 = {instancePath:instancePath+"/routines/" + i4+"/steps/" + i5+"/load",schemaPath:"#/properties/routines/items/properties/steps/items/properties/load/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
if(!pattern20.test(data46)){
const err142 = {instancePath:instancePath+"/routines/" + i4+"/steps/" + i5+"/load",schemaPath:"#/properties/routines/items/properties/steps/items/properties/load/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
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
const err143 = {instancePath:instancePath+"/routines/" + i4+"/steps/" + i5+"/load",schemaPath:"#/properties/routines/items/properties/steps/items/properties/load/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
if(data41.push !== undefined){
let data47 = data41.push;
if(typeof data47 === "string"){
if(data47.length > 128){
const err144 = {instancePath:instancePath+"/routines/" + i4+"/steps/" + i5+"/push",schemaPath:"#/properties/routines/items/properties/steps/items/properties/push/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
if(!pattern20.test(data47)){
const err145 = {instancePath:instancePath+"/routines/" + i4+"/steps/" + i5+"/push",schemaPath:"#/properties/routines/items/properties/steps/items/properties/push/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
else {
const err146 = {instancePath:instancePath+"/routines/" + i4+"/steps/" + i5+"/push",schemaPath:"#/properties/routines/items/properties/steps/items/properties/push/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
if(data41.pop !== undefined){
let data48 = data41.pop;
if(typeof data48 === "string"){
if(data48.length > 128){
const err147 = {instancePath:instancePath+"/routines/" + i4+"/steps/" + i5+"/pop",schemaPath:"#/properties/routines/items/properties/steps/items/properties/pop/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
if(!pattern20.test(data48)){
const err148 = {instancePath:instancePath+"/routines/" + i4+"/steps/" + i5+"/pop",schemaPath:"#/properties/routines/items/properties/steps/items/properties/pop/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
else {
const err149 = {instancePath:instancePath+"/routines/" + i4+"/steps/" + i5+"/pop",schemaPath:"#/properties/routines/items/properties/steps/items/properties/pop/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
if(data41.unstack !== undefined){
let data49 = data41.unstack;
if(typeof data49 === "string"){
if(data49.length > 128){
const err150 = {instancePath:instancePath+"/routines/" + i4+"/steps/" + i5+"/unstack",schemaPath:"#/properties/routines/items/properties/steps/items/properties/unstack/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
if(!pattern20.test(data49)){
const err151 = {instancePath:instancePath+"/routines/" + i4+"/steps/" + i5+"/unstack",schemaPath:"#/properties/routines/items/properties/steps/items/properties/unstack/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
else {
const err152 = {instancePath:instancePath+"/routines/" + i4+"/steps/" + i5+"/unstack",schemaPath:"#/properties/routines/items/properties/steps/items/properties/unstack/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
if(data41.call !== undefined){
let data50 = data41.call;
if(typeof data50 === "string"){
if(data50.length > 128){
const err153 = {instancePath:instancePath+"/routines/" + i4+"/steps/" + i5+"/call",schemaPath:"#/properties/routines/items/properties/steps/items/properties/call/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
if(!pattern20.test(data50)){
const err154 = {instancePath:instancePath+"/routines/" + i4+"/steps/" + i5+"/call",schemaPath:"#/properties/routines/items/properties/steps/items/properties/call/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
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
const err155 = {instancePath:instancePath+"/routines/" + i4+"/steps/" + i5+"/call",schemaPath:"#/properties/routines/items/properties/steps/items/properties/call/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
}
else {
const err156 = {instancePath:instancePath+"/routines/" + i4+"/steps/" + i5,schemaPath:"#/properties/routines/items/properties/steps/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
}
else {
const err157 = {instancePath:instancePath+"/routines/" + i4+"/steps",schemaPath:"#/properties/routines/items/properties/steps/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
if(data37.waive !== undefined){
let data51 = data37.waive;
if(Array.isArray(data51)){
if(data51.length < 1){
const err158 = {instancePath:instancePath+"/routines/" + i4+"/waive",schemaPath:"#/properties/routines/items/properties/waive/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
const len6 = data51.length;
for(let i6=0; i6<len6; i6++){
let data52 = data51[i6];
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
if(data52.code === undefined){
const err159 = {instancePath:instancePath+"/routines/" + i4+"/waive/" + i6,schemaPath:"#/properties/routines/items/properties/waive/items/required",keyword:"required",params:{missingProperty: "code"}};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
if(data52.because === undefined){
const err160 = {instancePath:instancePath+"/routines/" + i4+"/waive/" + i6,schemaPath:"#/properties/routines/items/properties/waive/items/required",keyword:"required",params:{missingProperty: "because"}};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
for(const key9 in data52){
if(!((key9 === "code") || (key9 === "because"))){
const err161 = {instancePath:instancePath+"/routines/" + i4+"/waive/" + i6,schemaPath:"#/properties/routines/items/properties/waive/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
if(data52.code !== undefined){
let data53 = data52.code;
if(typeof data53 === "string"){
if(!pattern23.test(data53)){
const err162 = {instancePath:instancePath+"/routines/" + i4+"/waive/" + i6+"/code",schemaPath:"#/properties/routines/items/properties/waive/items/properties/code/pattern",keyword:"pattern",params:{pattern: "^WS[0-9]{3}$"}};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
else {
const err163 = {instancePath:instancePath+"/routines/" + i4+"/waive/" + i6+"/code",schemaPath:"#/properties/routines/items/properties/waive/items/properties/code/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
if(data52.because !== undefined){
let data54 = data52.because;
if(typeof data54 === "string"){
if(data54.length < 1){
const err164 = {instancePath:instancePath+"/routines/" + i4+"/waive/" + i6+"/because",schemaPath:"#/properties/routines/items/properties/waive/items/properties/because/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
else {
const err165 = {instancePath:instancePath+"/routines/" + i4+"/waive/" + i6+"/because",schemaPath:"#/properties/routines/items/properties/waive/items/properties/because/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
}
else {
const err166 = {instancePath:instancePath+"/routines/" + i4+"/waive/" + i6,schemaPath:"#/properties/routines/items/properties/waive/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
}
else {
const err167 = {instancePath:instancePath+"/routines/" + i4+"/waive",schemaPath:"#/properties/routines/items/properties/waive/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
if(data37.when !== undefined){
let data55 = data37.when;
if(typeof data55 === "string"){
if(data55.length > 200){
const err168 = {instancePath:instancePath+"/routines/" + i4+"/when",schemaPath:"#/properties/routines/items/properties/when/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
if(data55.length < 1){
const err169 = {instancePath:instancePath+"/routines/" + i4+"/when",schemaPath:"#/properties/routines/items/properties/when/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
else {
const err170 = {instancePath:instancePath+"/routines/" + i4+"/when",schemaPath:"#/properties/routines/items/properties/when/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
}
}
else {
const err171 = {instancePath:instancePath+"/routines/" + i4,schemaPath:"#/properties/routines/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
}
else {
const err172 = {instancePath:instancePath+"/routines",schemaPath:"#/properties/routines/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
}
if(data.procedures !== undefined){
let data56 = data.procedures;
if(Array.isArray(data56)){
const len7 = data56.length;
for(let i7=0; i7<len7; i7++){
let data57 = data56[i7];
if(data57 && typeof data57 == "object" && !Array.isArray(data57)){
if(data57.symbol === undefined){
const err173 = {instancePath:instancePath+"/procedures/" + i7,schemaPath:"#/properties/procedures/items/required",keyword:"required",params:{missingProperty: "symbol"}};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
if(data57.routine === undefined){
const err174 = {instancePath:instancePath+"/procedures/" + i7,schemaPath:"#/properties/procedures/items/required",keyword:"required",params:{missingProperty: "routine"}};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
for(const key10 in data57){
if(!(((key10 === "symbol") || (key10 === "routine")) || (key10 === "when"))){
const err175 = {instancePath:instancePath+"/procedures/" + i7,schemaPath:"#/properties/procedures/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10}};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
if(data57.symbol !== undefined){
let data58 = data57.symbol;
if(typeof data58 === "string"){
if(data58.length > 128){
const err176 = {instancePath:instancePath+"/procedures/" + i7+"/symbol",schemaPath:"#/properties/procedures/items/properties/symbol/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
if(!pattern20.test(data58)){
const err177 = {instancePath:instancePath+"/procedures/" + i7+"/symbol",schemaPath:"#/properties/procedures/items/properties/symbol/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
else {
const err178 = {instancePath:instancePath+"/procedures/" + i7+"/symbol",schemaPath:"#/properties/procedures/items/properties/symbol/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
}
if(data57.routine !== undefined){
let data59 = data57.routine;
if(typeof data59 === "string"){
if(data59.length > 128){
const err179 = {instancePath:instancePath+"/procedures/" + i7+"/routine",schemaPath:"#/properties/procedures/items/properties/routine/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
if(!pattern20.test(data59)){
const err180 = {instancePath:instancePath+"/procedures/" + i7+"/routine",schemaPath:"#/properties/procedures/items/properties/routine/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
else {
const err181 = {instancePath:instancePath+"/procedures/" + i7+"/routine",schemaPath:"#/properties/procedures/items/properties/routine/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
}
if(data57.when !== undefined){
let data60 = data57.when;
if(typeof data60 === "string"){
if(data60.length > 200){
const err182 = {instancePath:instancePath+"/procedures/" + i7+"/when",schemaPath:"#/properties/procedures/items/properties/when/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
if(data60.length < 1){
const err183 = {instancePath:instancePath+"/procedures/" + i7+"/when",schemaPath:"#/properties/procedures/items/properties/when/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
}
else {
const err184 = {instancePath:instancePath+"/procedures/" + i7+"/when",schemaPath:"#/properties/procedures/items/properties/when/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
}
}
else {
const err185 = {instancePath:instancePath+"/procedures/" + i7,schemaPath:"#/properties/procedures/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
}
}
else {
const err186 = {instancePath:instancePath+"/procedures",schemaPath:"#/properties/procedures/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
}
if(data.switch !== undefined){
let data61 = data.switch;
if(data61 && typeof data61 == "object" && !Array.isArray(data61)){
if(data61.entry === undefined){
const err187 = {instancePath:instancePath+"/switch",schemaPath:"#/properties/switch/required",keyword:"required",params:{missingProperty: "entry"}};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
if(data61.exit === undefined){
const err188 = {instancePath:instancePath+"/switch",schemaPath:"#/properties/switch/required",keyword:"required",params:{missingProperty: "exit"}};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
for(const key11 in data61){
if(!((key11 === "entry") || (key11 === "exit"))){
const err189 = {instancePath:instancePath+"/switch",schemaPath:"#/properties/switch/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11}};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
}
if(data61.entry !== undefined){
let data62 = data61.entry;
if(Array.isArray(data62)){
if(data62.length < 1){
const err190 = {instancePath:instancePath+"/switch/entry",schemaPath:"#/properties/switch/properties/entry/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
const len8 = data62.length;
for(let i8=0; i8<len8; i8++){
let data63 = data62[i8];
if(data63 && typeof data63 == "object" && !Array.isArray(data63)){
if(Object.keys(data63).length > 1){
const err191 = {instancePath:instancePath+"/switch/entry/" + i8,schemaPath:"#/properties/switch/properties/entry/items/maxProperties",keyword:"maxProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
if(Object.keys(data63).length < 1){
const err192 = {instancePath:instancePath+"/switch/entry/" + i8,schemaPath:"#/properties/switch/properties/entry/items/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
for(const key12 in data63){
if(!((((((key12 === "context") || (key12 === "routine")) || (key12 === "procedure")) || (key12 === "traps")) || (key12 === "vm")) || (key12 === "barrier"))){
const err193 = {instancePath:instancePath+"/switch/entry/" + i8,schemaPath:"#/properties/switch/properties/entry/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12}};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
}
if(data63.context !== undefined){
let data64 = data63.context;
if(typeof data64 !== "string"){
const err194 = {instancePath:instancePath+"/switch/entry/" + i8+"/context",schemaPath:"#/properties/switch/properties/entry/items/properties/context/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
if(!((data64 === "host") || (data64 === "guest"))){
const err195 = {instancePath:instancePath+"/switch/entry/" + i8+"/context",schemaPath:"#/properties/switch/properties/entry/items/properties/context/enum",keyword:"enum",params:{allowedValues: ["host","guest"]}};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
}
if(data63.routine !== undefined){
let data65 = data63.routine;
if(typeof data65 === "string"){
if(data65.length > 128){
const err196 = {instancePath:instancePath+"/switch/entry/" + i8+"/routine",schemaPath:"#/properties/switch/properties/entry/items/properties/routine/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
if(!pattern20.test(data65)){
const err197 = {instancePath:instancePath+"/switch/entry/" + i8+"/routine",schemaPath:"#/properties/switch/properties/entry/items/properties/routine/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
}
else {
const err198 = {instancePath:instancePath+"/switch/entry/" + i8+"/routine",schemaPath:"#/properties/switch/properties/entry/items/properties/routine/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
}
if(data63.procedure !== undefined){
let data66 = data63.procedure;
if(typeof data66 === "string"){
if(data66.length > 128){
const err199 = {instancePath:instancePath+"/switch/entry/" + i8+"/procedure",schemaPath:"#/properties/switch/properties/entry/items/properties/procedure/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
if(!pattern20.test(data66)){
const err200 = {instancePath:instancePath+"/switch/entry/" + i8+"/procedure",schemaPath:"#/properties/switch/properties/entry/items/properties/procedure/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
}
else {
const err201 = {instancePath:instancePath+"/switch/entry/" + i8+"/procedure",schemaPath:"#/properties/switch/properties/entry/items/properties/procedure/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
}
if(data63.traps !== undefined){
let data67 = data63.traps;
if(typeof data67 !== "string"){
const err202 = {instancePath:instancePath+"/switch/entry/" + i8+"/traps",schemaPath:"#/properties/switch/properties/entry/items/properties/traps/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
if(!((data67 === "activate") || (data67 === "deactivate"))){
const err203 = {instancePath:instancePath+"/switch/entry/" + i8+"/traps",schemaPath:"#/properties/switch/properties/entry/items/properties/traps/enum",keyword:"enum",params:{allowedValues: ["activate","deactivate"]}};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
}
if(data63.vm !== undefined){
let data68 = data63.vm;
if(typeof data68 !== "string"){
const err204 = {instancePath:instancePath+"/switch/entry/" + i8+"/vm",schemaPath:"#/properties/switch/properties/entry/items/properties/vm/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
if(!((data68 === "activate") || (data68 === "deactivate"))){
const err205 = {instancePath:instancePath+"/switch/entry/" + i8+"/vm",schemaPath:"#/properties/switch/properties/entry/items/properties/vm/enum",keyword:"enum",params:{allowedValues: ["activate","deactivate"]}};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
}
if(data63.barrier !== undefined){
let data69 = data63.barrier;
if(typeof data69 !== "string"){
const err206 = {instancePath:instancePath+"/switch/entry/" + i8+"/barrier",schemaPath:"#/properties/switch/properties/entry/items/properties/barrier/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
if(!((data69 === "isb") || (data69 === "dsb"))){
const err207 = {instancePath:instancePath+"/switch/entry/" + i8+"/barrier",schemaPath:"#/properties/switch/properties/entry/items/properties/barrier/enum",keyword:"enum",params:{allowedValues: ["isb","dsb"]}};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
}
}
else {
const err208 = {instancePath:instancePath+"/switch/entry/" + i8,schemaPath:"#/properties/switch/properties/entry/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
}
}
else {
const err209 = {instancePath:instancePath+"/switch/entry",schemaPath:"#/properties/switch/properties/entry/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
}
if(data61.exit !== undefined){
let data70 = data61.exit;
if(Array.isArray(data70)){
if(data70.length < 1){
const err210 = {instancePath:instancePath+"/switch/exit",schemaPath:"#/properties/switch/properties/exit/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
const len9 = data70.length;
for(let i9=0; i9<len9; i9++){
let data71 = data70[i9];
if(data71 && typeof data71 == "object" && !Array.isArray(data71)){
if(Object.keys(data71).length > 1){
const err211 = {instancePath:instancePath+"/switch/exit/" + i9,schemaPath:"#/properties/switch/properties/exit/items/maxProperties",keyword:"maxProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
if(Object.keys(data71).length < 1){
const err212 = {instancePath:instancePath+"/switch/exit/" + i9,schemaPath:"#/properties/switch/properties/exit/items/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
for(const key13 in data71){
if(!((((((key13 === "context") || (key13 === "routine")) || (key13 === "procedure")) || (key13 === "traps")) || (key13 === "vm")) || (key13 === "barrier"))){
const err213 = {instancePath:instancePath+"/switch/exit/" + i9,schemaPath:"#/properties/switch/properties/exit/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13}};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
}
if(data71.context !== undefined){
let data72 = data71.context;
if(typeof data72 !== "string"){
const err214 = {instancePath:instancePath+"/switch/exit/" + i9+"/context",schemaPath:"#/properties/switch/properties/exit/items/properties/context/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
if(!((data72 === "host") || (data72 === "guest"))){
const err215 = {instancePath:instancePath+"/switch/exit/" + i9+"/context",schemaPath:"#/properties/switch/properties/exit/items/properties/context/enum",keyword:"enum",params:{allowedValues: ["host","guest"]}};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
}
if(data71.routine !== undefined){
let data73 = data71.routine;
if(typeof data73 === "string"){
if(data73.length > 128){
const err216 = {instancePath:instancePath+"/switch/exit/" + i9+"/routine",schemaPath:"#/properties/switch/properties/exit/items/properties/routine/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
if(!pattern20.test(data73)){
const err217 = {instancePath:instancePath+"/switch/exit/" + i9+"/routine",schemaPath:"#/properties/switch/properties/exit/items/properties/routine/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
}
else {
const err218 = {instancePath:instancePath+"/switch/exit/" + i9+"/routine",schemaPath:"#/properties/switch/properties/exit/items/properties/routine/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
}
if(data71.procedure !== undefined){
let data74 = data71.procedure;
if(typeof data74 === "string"){
if(data74.length > 128){
const err219 = {instancePath:instancePath+"/switch/exit/" + i9+"/procedure",schemaPath:"#/properties/switch/properties/exit/items/properties/procedure/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
if(!pattern20.test(data74)){
const err220 = {instancePath:instancePath+"/switch/exit/" + i9+"/procedure",schemaPath:"#/properties/switch/properties/exit/items/properties/procedure/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
}
else {
const err221 = {instancePath:instancePath+"/switch/exit/" + i9+"/procedure",schemaPath:"#/properties/switch/properties/exit/items/properties/procedure/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
}
if(data71.traps !== undefined){
let data75 = data71.traps;
if(typeof data75 !== "string"){
const err222 = {instancePath:instancePath+"/switch/exit/" + i9+"/traps",schemaPath:"#/properties/switch/properties/exit/items/properties/traps/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
if(!((data75 === "activate") || (data75 === "deactivate"))){
const err223 = {instancePath:instancePath+"/switch/exit/" + i9+"/traps",schemaPath:"#/properties/switch/properties/exit/items/properties/traps/enum",keyword:"enum",params:{allowedValues: ["activate","deactivate"]}};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
}
if(data71.vm !== undefined){
let data76 = data71.vm;
if(typeof data76 !== "string"){
const err224 = {instancePath:instancePath+"/switch/exit/" + i9+"/vm",schemaPath:"#/properties/switch/properties/exit/items/properties/vm/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
if(!((data76 === "activate") || (data76 === "deactivate"))){
const err225 = {instancePath:instancePath+"/switch/exit/" + i9+"/vm",schemaPath:"#/properties/switch/properties/exit/items/properties/vm/enum",keyword:"enum",params:{allowedValues: ["activate","deactivate"]}};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
}
if(data71.barrier !== undefined){
let data77 = data71.barrier;
if(typeof data77 !== "string"){
const err226 = {instancePath:instancePath+"/switch/exit/" + i9+"/barrier",schemaPath:"#/properties/switch/properties/exit/items/properties/barrier/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
if(!((data77 === "isb") || (data77 === "dsb"))){
const err227 = {instancePath:instancePath+"/switch/exit/" + i9+"/barrier",schemaPath:"#/properties/switch/properties/exit/items/properties/barrier/enum",keyword:"enum",params:{allowedValues: ["isb","dsb"]}};
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
const err228 = {instancePath:instancePath+"/switch/exit/" + i9,schemaPath:"#/properties/switch/properties/exit/items/type",keyword:"type",params:{type: "object"}};
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
const err229 = {instancePath:instancePath+"/switch/exit",schemaPath:"#/properties/switch/properties/exit/type",keyword:"type",params:{type: "array"}};
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
const err230 = {instancePath:instancePath+"/switch",schemaPath:"#/properties/switch/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
}
if(data.contexts !== undefined){
let data78 = data.contexts;
if(data78 && typeof data78 == "object" && !Array.isArray(data78)){
if(data78.guest === undefined){
const err231 = {instancePath:instancePath+"/contexts",schemaPath:"#/properties/contexts/required",keyword:"required",params:{missingProperty: "guest"}};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
if(data78.host === undefined){
const err232 = {instancePath:instancePath+"/contexts",schemaPath:"#/properties/contexts/required",keyword:"required",params:{missingProperty: "host"}};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
for(const key14 in data78){
if(!((key14 === "guest") || (key14 === "host"))){
const err233 = {instancePath:instancePath+"/contexts",schemaPath:"#/properties/contexts/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14}};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
}
if(data78.guest !== undefined){
let data79 = data78.guest;
if(typeof data79 === "string"){
if(data79.length > 500){
const err234 = {instancePath:instancePath+"/contexts/guest",schemaPath:"#/properties/contexts/properties/guest/maxLength",keyword:"maxLength",params:{limit: 500}};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
if(!pattern22.test(data79)){
const err235 = {instancePath:instancePath+"/contexts/guest",schemaPath:"#/properties/contexts/properties/guest/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$"}};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
}
else {
const err236 = {instancePath:instancePath+"/contexts/guest",schemaPath:"#/properties/contexts/properties/guest/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
}
if(data78.host !== undefined){
let data80 = data78.host;
if(typeof data80 === "string"){
if(data80.length > 500){
const err237 = {instancePath:instancePath+"/contexts/host",schemaPath:"#/properties/contexts/properties/host/maxLength",keyword:"maxLength",params:{limit: 500}};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
if(!pattern22.test(data80)){
const err238 = {instancePath:instancePath+"/contexts/host",schemaPath:"#/properties/contexts/properties/host/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$"}};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
}
else {
const err239 = {instancePath:instancePath+"/contexts/host",schemaPath:"#/properties/contexts/properties/host/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
}
}
else {
const err240 = {instancePath:instancePath+"/contexts",schemaPath:"#/properties/contexts/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
}
if(data.traps !== undefined){
let data81 = data.traps;
if(Array.isArray(data81)){
const len10 = data81.length;
for(let i10=0; i10<len10; i10++){
let data82 = data81[i10];
if(data82 && typeof data82 == "object" && !Array.isArray(data82)){
if(data82.register === undefined){
const err241 = {instancePath:instancePath+"/traps/" + i10,schemaPath:"#/properties/traps/items/required",keyword:"required",params:{missingProperty: "register"}};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
if(data82.activate === undefined){
const err242 = {instancePath:instancePath+"/traps/" + i10,schemaPath:"#/properties/traps/items/required",keyword:"required",params:{missingProperty: "activate"}};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
if(data82.deactivate === undefined){
const err243 = {instancePath:instancePath+"/traps/" + i10,schemaPath:"#/properties/traps/items/required",keyword:"required",params:{missingProperty: "deactivate"}};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
for(const key15 in data82){
if(!(((((key15 === "register") || (key15 === "activate")) || (key15 === "deactivate")) || (key15 === "waive")) || (key15 === "when"))){
const err244 = {instancePath:instancePath+"/traps/" + i10,schemaPath:"#/properties/traps/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15}};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
}
if(data82.register !== undefined){
let data83 = data82.register;
if(typeof data83 === "string"){
if(data83.length > 64){
const err245 = {instancePath:instancePath+"/traps/" + i10+"/register",schemaPath:"#/properties/traps/items/properties/register/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
if(!pattern31.test(data83)){
const err246 = {instancePath:instancePath+"/traps/" + i10+"/register",schemaPath:"#/properties/traps/items/properties/register/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"}};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
}
else {
const err247 = {instancePath:instancePath+"/traps/" + i10+"/register",schemaPath:"#/properties/traps/items/properties/register/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
}
if(data82.activate !== undefined){
let data84 = data82.activate;
if(data84 && typeof data84 == "object" && !Array.isArray(data84)){
if(Object.keys(data84).length < 1){
const err248 = {instancePath:instancePath+"/traps/" + i10+"/activate",schemaPath:"#/properties/traps/items/properties/activate/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
for(const key16 in data84){
if(!((((key16 === "members") || (key16 === "keep")) || (key16 === "value")) || (key16 === "literal"))){
const err249 = {instancePath:instancePath+"/traps/" + i10+"/activate",schemaPath:"#/properties/traps/items/properties/activate/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16}};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
}
if(data84.members !== undefined){
let data85 = data84.members;
if(Array.isArray(data85)){
if(data85.length > 4){
const err250 = {instancePath:instancePath+"/traps/" + i10+"/activate/members",schemaPath:"#/properties/traps/items/properties/activate/properties/members/maxItems",keyword:"maxItems",params:{limit: 4}};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
if(data85.length < 1){
const err251 = {instancePath:instancePath+"/traps/" + i10+"/activate/members",schemaPath:"#/properties/traps/items/properties/activate/properties/members/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
const len11 = data85.length;
for(let i11=0; i11<len11; i11++){
let data86 = data85[i11];
if(typeof data86 === "string"){
if(data86.length > 500){
const err252 = {instancePath:instancePath+"/traps/" + i10+"/activate/members/" + i11,schemaPath:"#/properties/traps/items/properties/activate/properties/members/items/maxLength",keyword:"maxLength",params:{limit: 500}};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
}
if(!pattern22.test(data86)){
const err253 = {instancePath:instancePath+"/traps/" + i10+"/activate/members/" + i11,schemaPath:"#/properties/traps/items/properties/activate/properties/members/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$"}};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
}
else {
const err254 = {instancePath:instancePath+"/traps/" + i10+"/activate/members/" + i11,schemaPath:"#/properties/traps/items/properties/activate/properties/members/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
}
}
else {
const err255 = {instancePath:instancePath+"/traps/" + i10+"/activate/members",schemaPath:"#/properties/traps/items/properties/activate/properties/members/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err255];
}
else {
vErrors.push(err255);
}
errors++;
}
}
if(data84.keep !== undefined){
let data87 = data84.keep;
if(typeof data87 === "string"){
if(data87.length > 1000){
const err256 = {instancePath:instancePath+"/traps/" + i10+"/activate/keep",schemaPath:"#/properties/traps/items/properties/activate/properties/keep/maxLength",keyword:"maxLength",params:{limit: 1000}};
if(vErrors === null){
vErrors = [err256];
}
else {
vErrors.push(err256);
}
errors++;
}
if(data87.length < 1){
const err257 = {instancePath:instancePath+"/traps/" + i10+"/activate/keep",schemaPath:"#/properties/traps/items/properties/activate/properties/keep/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err257];
}
else {
vErrors.push(err257);
}
errors++;
}
}
else {
const err258 = {instancePath:instancePath+"/traps/" + i10+"/activate/keep",schemaPath:"#/properties/traps/items/properties/activate/properties/keep/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err258];
}
else {
vErrors.push(err258);
}
errors++;
}
}
if(data84.value !== undefined){
let data88 = data84.value;
if(typeof data88 === "string"){
if(data88.length > 1000){
const err259 = {instancePath:instancePath+"/traps/" + i10+"/activate/value",schemaPath:"#/properties/traps/items/properties/activate/properties/value/maxLength",keyword:"maxLength",params:{limit: 1000}};
if(vErrors === null){
vErrors = [err259];
}
else {
vErrors.push(err259);
}
errors++;
}
if(data88.length < 1){
const err260 = {instancePath:instancePath+"/traps/" + i10+"/activate/value",schemaPath:"#/properties/traps/items/properties/activate/properties/value/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err260];
}
else {
vErrors.push(err260);
}
errors++;
}
}
else {
const err261 = {instancePath:instancePath+"/traps/" + i10+"/activate/value",schemaPath:"#/properties/traps/items/properties/activate/properties/value/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err261];
}
else {
vErrors.push(err261);
}
errors++;
}
}
if(data84.literal !== undefined){
if(typeof data84.literal !== "boolean"){
const err262 = {instancePath:instancePath+"/traps/" + i10+"/activate/literal",schemaPath:"#/properties/traps/items/properties/activate/properties/literal/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err262];
}
else {
vErrors.push(err262);
}
errors++;
}
}
if(data84.literal !== undefined){
if(data84.value === undefined){
const err263 = {instancePath:instancePath+"/traps/" + i10+"/activate",schemaPath:"#/properties/traps/items/properties/activate/dependentRequired",keyword:"dependentRequired",params:{property: "literal",
    missingProperty: "value",
    depsCount: 1,
    deps: "value"}};
if(vErrors === null){
vErrors = [err263];
}
else {
vErrors.push(err263);
}
errors++;
}
}
}
else {
const err264 = {instancePath:instancePath+"/traps/" + i10+"/activate",schemaPath:"#/properties/traps/items/properties/activate/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err264];
}
else {
vErrors.push(err264);
}
errors++;
}
}
if(data82.deactivate !== undefined){
let data90 = data82.deactivate;
if(data90 && typeof data90 == "object" && !Array.isArray(data90)){
if(Object.keys(data90).length < 1){
const err265 = {instancePath:instancePath+"/traps/" + i10+"/deactivate",schemaPath:"#/properties/traps/items/properties/deactivate/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err265];
}
else {
vErrors.push(err265);
}
errors++;
}
for(const key17 in data90){
if(!((((key17 === "members") || (key17 === "keep")) || (key17 === "value")) || (key17 === "literal"))){
const err266 = {instancePath:instancePath+"/traps/" + i10+"/deactivate",schemaPath:"#/properties/traps/items/properties/deactivate/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17}};
if(vErrors === null){
vErrors = [err266];
}
else {
vErrors.push(err266);
}
errors++;
}
}
if(data90.members !== undefined){
let data91 = data90.members;
if(Array.isArray(data91)){
if(data91.length > 4){
const err267 = {instancePath:instancePath+"/traps/" + i10+"/deactivate/members",schemaPath:"#/properties/traps/items/properties/deactivate/properties/members/maxItems",keyword:"maxItems",params:{limit: 4}};
if(vErrors === null){
vErrors = [err267];
}
else {
vErrors.push(err267);
}
errors++;
}
if(data91.length < 1){
const err268 = {instancePath:instancePath+"/traps/" + i10+"/deactivate/members",schemaPath:"#/properties/traps/items/properties/deactivate/properties/members/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err268];
}
else {
vErrors.push(err268);
}
errors++;
}
const len12 = data91.length;
for(let i12=0; i12<len12; i12++){
let data92 = data91[i12];
if(typeof data92 === "string"){
if(data92.length > 500){
const err269 = {instancePath:instancePath+"/traps/" + i10+"/deactivate/members/" + i12,schemaPath:"#/properties/traps/items/properties/deactivate/properties/members/items/maxLength",keyword:"maxLength",params:{limit: 500}};
if(vErrors === null){
vErrors = [err269];
}
else {
vErrors.push(err269);
}
errors++;
}
if(!pattern22.test(data92)){
const err270 = {instancePath:instancePath+"/traps/" + i10+"/deactivate/members/" + i12,schemaPath:"#/properties/traps/items/properties/deactivate/properties/members/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$"}};
if(vErrors === null){
vErrors = [err270];
}
else {
vErrors.push(err270);
}
errors++;
}
}
else {
const err271 = {instancePath:instancePath+"/traps/" + i10+"/deactivate/members/" + i12,schemaPath:"#/properties/traps/items/properties/deactivate/properties/members/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err271];
}
else {
vErrors.push(err271);
}
errors++;
}
}
}
else {
const err272 = {instancePath:instancePath+"/traps/" + i10+"/deactivate/members",schemaPath:"#/properties/traps/items/properties/deactivate/properties/members/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err272];
}
else {
vErrors.push(err272);
}
errors++;
}
}
if(data90.keep !== undefined){
let data93 = data90.keep;
if(typeof data93 === "string"){
if(data93.length > 1000){
const err273 = {instancePath:instancePath+"/traps/" + i10+"/deactivate/keep",schemaPath:"#/properties/traps/items/properties/deactivate/properties/keep/maxLength",keyword:"maxLength",params:{limit: 1000}};
if(vErrors === null){
vErrors = [err273];
}
else {
vErrors.push(err273);
}
errors++;
}
if(data93.length < 1){
const err274 = {instancePath:instancePath+"/traps/" + i10+"/deactivate/keep",schemaPath:"#/properties/traps/items/properties/deactivate/properties/keep/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err274];
}
else {
vErrors.push(err274);
}
errors++;
}
}
else {
const err275 = {instancePath:instancePath+"/traps/" + i10+"/deactivate/keep",schemaPath:"#/properties/traps/items/properties/deactivate/properties/keep/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err275];
}
else {
vErrors.push(err275);
}
errors++;
}
}
if(data90.value !== undefined){
let data94 = data90.value;
if(typeof data94 === "string"){
if(data94.length > 1000){
const err276 = {instancePath:instancePath+"/traps/" + i10+"/deactivate/value",schemaPath:"#/properties/traps/items/properties/deactivate/properties/value/maxLength",keyword:"maxLength",params:{limit: 1000}};
if(vErrors === null){
vErrors = [err276];
}
else {
vErrors.push(err276);
}
errors++;
}
if(data94.length < 1){
const err277 = {instancePath:instancePath+"/traps/" + i10+"/deactivate/value",schemaPath:"#/properties/traps/items/properties/deactivate/properties/value/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err277];
}
else {
vErrors.push(err277);
}
errors++;
}
}
else {
const err278 = {instancePath:instancePath+"/traps/" + i10+"/deactivate/value",schemaPath:"#/properties/traps/items/properties/deactivate/properties/value/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err278];
}
else {
vErrors.push(err278);
}
errors++;
}
}
if(data90.literal !== undefined){
if(typeof data90.literal !== "boolean"){
const err279 = {instancePath:instancePath+"/traps/" + i10+"/deactivate/literal",schemaPath:"#/properties/traps/items/properties/deactivate/properties/literal/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err279];
}
else {
vErrors.push(err279);
}
errors++;
}
}
if(data90.literal !== undefined){
if(data90.value === undefined){
const err280 = {instancePath:instancePath+"/traps/" + i10+"/deactivate",schemaPath:"#/properties/traps/items/properties/deactivate/dependentRequired",keyword:"dependentRequired",params:{property: "literal",
    missingProperty: "value",
    depsCount: 1,
    deps: "value"}};
if(vErrors === null){
vErrors = [err280];
}
else {
vErrors.push(err280);
}
errors++;
}
}
}
else {
const err281 = {instancePath:instancePath+"/traps/" + i10+"/deactivate",schemaPath:"#/properties/traps/items/properties/deactivate/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err281];
}
else {
vErrors.push(err281);
}
errors++;
}
}
if(data82.waive !== undefined){
let data96 = data82.waive;
if(Array.isArray(data96)){
if(data96.length < 1){
const err282 = {instancePath:instancePath+"/traps/" + i10+"/waive",schemaPath:"#/properties/traps/items/properties/waive/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err282];
}
else {
vErrors.push(err282);
}
errors++;
}
const len13 = data96.length;
for(let i13=0; i13<len13; i13++){
let data97 = data96[i13];
if(data97 && typeof data97 == "object" && !Array.isArray(data97)){
if(data97.code === undefined){
const err283 = {instancePath:instancePath+"/traps/" + i10+"/waive/" + i13,schemaPath:"#/properties/traps/items/properties/waive/items/required",keyword:"required",params:{missingProperty: "code"}};
if(vErrors === null){
vErrors = [err283];
}
else {
vErrors.push(err283);
}
errors++;
}
if(data97.because === undefined){
const err284 = {instancePath:instancePath+"/traps/" + i10+"/waive/" + i13,schemaPath:"#/properties/traps/items/properties/waive/items/required",keyword:"required",params:{missingProperty: "because"}};
if(vErrors === null){
vErrors = [err284];
}
else {
vErrors.push(err284);
}
errors++;
}
for(const key18 in data97){
if(!((key18 === "code") || (key18 === "because"))){
const err285 = {instancePath:instancePath+"/traps/" + i10+"/waive/" + i13,schemaPath:"#/properties/traps/items/properties/waive/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18}};
if(vErrors === null){
vErrors = [err285];
}
else {
vErrors.push(err285);
}
errors++;
}
}
if(data97.code !== undefined){
let data98 = data97.code;
if(typeof data98 === "string"){
if(!pattern23.test(data98)){
const err286 = {instancePath:instancePath+"/traps/" + i10+"/waive/" + i13+"/code",schemaPath:"#/properties/traps/items/properties/waive/items/properties/code/pattern",keyword:"pattern",params:{pattern: "^WS[0-9]{3}$"}};
if(vErrors === null){
vErrors = [err286];
}
else {
vErrors.push(err286);
}
errors++;
}
}
else {
const err287 = {instancePath:instancePath+"/traps/" + i10+"/waive/" + i13+"/code",schemaPath:"#/properties/traps/items/properties/waive/items/properties/code/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err287];
}
else {
vErrors.push(err287);
}
errors++;
}
}
if(data97.because !== undefined){
let data99 = data97.because;
if(typeof data99 === "string"){
if(data99.length < 1){
const err288 = {instancePath:instancePath+"/traps/" + i10+"/waive/" + i13+"/because",schemaPath:"#/properties/traps/items/properties/waive/items/properties/because/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err288];
}
else {
vErrors.push(err288);
}
errors++;
}
}
else {
const err289 = {instancePath:instancePath+"/traps/" + i10+"/waive/" + i13+"/because",schemaPath:"#/properties/traps/items/properties/waive/items/properties/because/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err289];
}
else {
vErrors.push(err289);
}
errors++;
}
}
}
else {
const err290 = {instancePath:instancePath+"/traps/" + i10+"/waive/" + i13,schemaPath:"#/properties/traps/items/properties/waive/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err290];
}
else {
vErrors.push(err290);
}
errors++;
}
}
}
else {
const err291 = {instancePath:instancePath+"/traps/" + i10+"/waive",schemaPath:"#/properties/traps/items/properties/waive/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err291];
}
else {
vErrors.push(err291);
}
errors++;
}
}
if(data82.when !== undefined){
let data100 = data82.when;
if(typeof data100 === "string"){
if(data100.length > 200){
const err292 = {instancePath:instancePath+"/traps/" + i10+"/when",schemaPath:"#/properties/traps/items/properties/when/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err292];
}
else {
vErrors.push(err292);
}
errors++;
}
if(data100.length < 1){
const err293 = {instancePath:instancePath+"/traps/" + i10+"/when",schemaPath:"#/properties/traps/items/properties/when/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err293];
}
else {
vErrors.push(err293);
}
errors++;
}
}
else {
const err294 = {instancePath:instancePath+"/traps/" + i10+"/when",schemaPath:"#/properties/traps/items/properties/when/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err294];
}
else {
vErrors.push(err294);
}
errors++;
}
}
}
else {
const err295 = {instancePath:instancePath+"/traps/" + i10,schemaPath:"#/properties/traps/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err295];
}
else {
vErrors.push(err295);
}
errors++;
}
}
}
else {
const err296 = {instancePath:instancePath+"/traps",schemaPath:"#/properties/traps/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err296];
}
else {
vErrors.push(err296);
}
errors++;
}
}
if(data.vm !== undefined){
let data101 = data.vm;
if(data101 && typeof data101 == "object" && !Array.isArray(data101)){
if(data101.register === undefined){
const err297 = {instancePath:instancePath+"/vm",schemaPath:"#/properties/vm/required",keyword:"required",params:{missingProperty: "register"}};
if(vErrors === null){
vErrors = [err297];
}
else {
vErrors.push(err297);
}
errors++;
}
if(data101.pointer === undefined){
const err298 = {instancePath:instancePath+"/vm",schemaPath:"#/properties/vm/required",keyword:"required",params:{missingProperty: "pointer"}};
if(vErrors === null){
vErrors = [err298];
}
else {
vErrors.push(err298);
}
errors++;
}
if(data101.member === undefined){
const err299 = {instancePath:instancePath+"/vm",schemaPath:"#/properties/vm/required",keyword:"required",params:{missingProperty: "member"}};
if(vErrors === null){
vErrors = [err299];
}
else {
vErrors.push(err299);
}
errors++;
}
for(const key19 in data101){
if(!(((key19 === "register") || (key19 === "pointer")) || (key19 === "member"))){
const err300 = {instancePath:instancePath+"/vm",schemaPath:"#/properties/vm/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19}};
if(vErrors === null){
vErrors = [err300];
}
else {
vErrors.push(err300);
}
errors++;
}
}
if(data101.register !== undefined){
let data102 = data101.register;
if(typeof data102 === "string"){
if(data102.length > 64){
const err301 = {instancePath:instancePath+"/vm/register",schemaPath:"#/properties/vm/properties/register/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err301];
}
else {
vErrors.push(err301);
}
errors++;
}
if(!pattern31.test(data102)){
const err302 = {instancePath:instancePath+"/vm/register",schemaPath:"#/properties/vm/properties/register/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"}};
if(vErrors === null){
vErrors = [err302];
}
else {
vErrors.push(err302);
}
errors++;
}
}
else {
const err303 = {instancePath:instancePath+"/vm/register",schemaPath:"#/properties/vm/properties/register/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err303];
}
else {
vErrors.push(err303);
}
errors++;
}
}
if(data101.pointer !== undefined){
let data103 = data101.pointer;
if(typeof data103 === "string"){
if(data103.length > 500){
const err304 = {instancePath:instancePath+"/vm/pointer",schemaPath:"#/properties/vm/properties/pointer/maxLength",keyword:"maxLength",params:{limit: 500}};
if(vErrors === null){
vErrors = [err304];
}
else {
vErrors.push(err304);
}
errors++;
}
if(!pattern22.test(data103)){
const err305 = {instancePath:instancePath+"/vm/pointer",schemaPath:"#/properties/vm/properties/pointer/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$"}};
if(vErrors === null){
vErrors = [err305];
}
else {
vErrors.push(err305);
}
errors++;
}
}
else {
const err306 = {instancePath:instancePath+"/vm/pointer",schemaPath:"#/properties/vm/properties/pointer/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err306];
}
else {
vErrors.push(err306);
}
errors++;
}
}
if(data101.member !== undefined){
let data104 = data101.member;
if(typeof data104 === "string"){
if(data104.length > 500){
const err307 = {instancePath:instancePath+"/vm/member",schemaPath:"#/properties/vm/properties/member/maxLength",keyword:"maxLength",params:{limit: 500}};
if(vErrors === null){
vErrors = [err307];
}
else {
vErrors.push(err307);
}
errors++;
}
if(!pattern22.test(data104)){
const err308 = {instancePath:instancePath+"/vm/member",schemaPath:"#/properties/vm/properties/member/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$"}};
if(vErrors === null){
vErrors = [err308];
}
else {
vErrors.push(err308);
}
errors++;
}
}
else {
const err309 = {instancePath:instancePath+"/vm/member",schemaPath:"#/properties/vm/properties/member/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err309];
}
else {
vErrors.push(err309);
}
errors++;
}
}
}
else {
const err310 = {instancePath:instancePath+"/vm",schemaPath:"#/properties/vm/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err310];
}
else {
vErrors.push(err310);
}
errors++;
}
}
if(data.fault !== undefined){
let data105 = data.fault;
if(Array.isArray(data105)){
const len14 = data105.length;
for(let i14=0; i14<len14; i14++){
let data106 = data105[i14];
if(data106 && typeof data106 == "object" && !Array.isArray(data106)){
if(data106.register === undefined){
const err311 = {instancePath:instancePath+"/fault/" + i14,schemaPath:"#/properties/fault/items/required",keyword:"required",params:{missingProperty: "register"}};
if(vErrors === null){
vErrors = [err311];
}
else {
vErrors.push(err311);
}
errors++;
}
if(data106.member === undefined){
const err312 = {instancePath:instancePath+"/fault/" + i14,schemaPath:"#/properties/fault/items/required",keyword:"required",params:{missingProperty: "member"}};
if(vErrors === null){
vErrors = [err312];
}
else {
vErrors.push(err312);
}
errors++;
}
if(data106.width === undefined){
const err313 = {instancePath:instancePath+"/fault/" + i14,schemaPath:"#/properties/fault/items/required",keyword:"required",params:{missingProperty: "width"}};
if(vErrors === null){
vErrors = [err313];
}
else {
vErrors.push(err313);
}
errors++;
}
for(const key20 in data106){
if(!(((((key20 === "register") || (key20 === "member")) || (key20 === "width")) || (key20 === "waive")) || (key20 === "when"))){
const err314 = {instancePath:instancePath+"/fault/" + i14,schemaPath:"#/properties/fault/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20}};
if(vErrors === null){
vErrors = [err314];
}
else {
vErrors.push(err314);
}
errors++;
}
}
if(data106.register !== undefined){
let data107 = data106.register;
if(typeof data107 === "string"){
if(data107.length > 64){
const err315 = {instancePath:instancePath+"/fault/" + i14+"/register",schemaPath:"#/properties/fault/items/properties/register/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err315];
}
else {
vErrors.push(err315);
}
errors++;
}
if(!pattern31.test(data107)){
const err316 = {instancePath:instancePath+"/fault/" + i14+"/register",schemaPath:"#/properties/fault/items/properties/register/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"}};
if(vErrors === null){
vErrors = [err316];
}
else {
vErrors.push(err316);
}
errors++;
}
}
else {
const err317 = {instancePath:instancePath+"/fault/" + i14+"/register",schemaPath:"#/properties/fault/items/properties/register/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err317];
}
else {
vErrors.push(err317);
}
errors++;
}
}
if(data106.member !== undefined){
let data108 = data106.member;
if(typeof data108 === "string"){
if(data108.length > 500){
const err318 = {instancePath:instancePath+"/fault/" + i14+"/member",schemaPath:"#/properties/fault/items/properties/member/maxLength",keyword:"maxLength",params:{limit: 500}};
if(vErrors === null){
vErrors = [err318];
}
else {
vErrors.push(err318);
}
errors++;
}
if(!pattern22.test(data108)){
const err319 = {instancePath:instancePath+"/fault/" + i14+"/member",schemaPath:"#/properties/fault/items/properties/member/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_]\\w*(\\[\\w+\\])?(\\.[A-Za-z_]\\w*(\\[\\w+\\])?)*$"}};
if(vErrors === null){
vErrors = [err319];
}
else {
vErrors.push(err319);
}
errors++;
}
}
else {
const err320 = {instancePath:instancePath+"/fault/" + i14+"/member",schemaPath:"#/properties/fault/items/properties/member/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err320];
}
else {
vErrors.push(err320);
}
errors++;
}
}
if(data106.width !== undefined){
let data109 = data106.width;
if(!(((typeof data109 == "number") && (!(data109 % 1) && !isNaN(data109))) && (isFinite(data109)))){
const err321 = {instancePath:instancePath+"/fault/" + i14+"/width",schemaPath:"#/properties/fault/items/properties/width/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err321];
}
else {
vErrors.push(err321);
}
errors++;
}
if(!((data109 === 32) || (data109 === 64))){
const err322 = {instancePath:instancePath+"/fault/" + i14+"/width",schemaPath:"#/properties/fault/items/properties/width/enum",keyword:"enum",params:{allowedValues: [32,64]}};
if(vErrors === null){
vErrors = [err322];
}
else {
vErrors.push(err322);
}
errors++;
}
}
if(data106.waive !== undefined){
let data110 = data106.waive;
if(Array.isArray(data110)){
if(data110.length < 1){
const err323 = {instancePath:instancePath+"/fault/" + i14+"/waive",schemaPath:"#/properties/fault/items/properties/waive/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err323];
}
else {
vErrors.push(err323);
}
errors++;
}
const len15 = data110.length;
for(let i15=0; i15<len15; i15++){
let data111 = data110[i15];
if(data111 && typeof data111 == "object" && !Array.isArray(data111)){
if(data111.code === undefined){
const err324 = {instancePath:instancePath+"/fault/" + i14+"/waive/" + i15,schemaPath:"#/properties/fault/items/properties/waive/items/required",keyword:"required",params:{missingProperty: "code"}};
if(vErrors === null){
vErrors = [err324];
}
else {
vErrors.push(err324);
}
errors++;
}
if(data111.because === undefined){
const err325 = {instancePath:instancePath+"/fault/" + i14+"/waive/" + i15,schemaPath:"#/properties/fault/items/properties/waive/items/required",keyword:"required",params:{missingProperty: "because"}};
if(vErrors === null){
vErrors = [err325];
}
else {
vErrors.push(err325);
}
errors++;
}
for(const key21 in data111){
if(!((key21 === "code") || (key21 === "because"))){
const err326 = {instancePath:instancePath+"/fault/" + i14+"/waive/" + i15,schemaPath:"#/properties/fault/items/properties/waive/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21}};
if(vErrors === null){
vErrors = [err326];
}
else {
vErrors.push(err326);
}
errors++;
}
}
if(data111.code !== undefined){
let data112 = data111.code;
if(typeof data112 === "string"){
if(!pattern23.test(data112)){
const err327 = {instancePath:instancePath+"/fault/" + i14+"/waive/" + i15+"/code",schemaPath:"#/properties/fault/items/properties/waive/items/properties/code/pattern",keyword:"pattern",params:{pattern: "^WS[0-9]{3}$"}};
if(vErrors === null){
vErrors = [err327];
}
else {
vErrors.push(err327);
}
errors++;
}
}
else {
const err328 = {instancePath:instancePath+"/fault/" + i14+"/waive/" + i15+"/code",schemaPath:"#/properties/fault/items/properties/waive/items/properties/code/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err328];
}
else {
vErrors.push(err328);
}
errors++;
}
}
if(data111.because !== undefined){
let data113 = data111.because;
if(typeof data113 === "string"){
if(data113.length < 1){
const err329 = {instancePath:instancePath+"/fault/" + i14+"/waive/" + i15+"/because",schemaPath:"#/properties/fault/items/properties/waive/items/properties/because/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err329];
}
else {
vErrors.push(err329);
}
errors++;
}
}
else {
const err330 = {instancePath:instancePath+"/fault/" + i14+"/waive/" + i15+"/because",schemaPath:"#/properties/fault/items/properties/waive/items/properties/because/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err330];
}
else {
vErrors.push(err330);
}
errors++;
}
}
}
else {
const err331 = {instancePath:instancePath+"/fault/" + i14+"/waive/" + i15,schemaPath:"#/properties/fault/items/properties/waive/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err331];
}
else {
vErrors.push(err331);
}
errors++;
}
}
}
else {
const err332 = {instancePath:instancePath+"/fault/" + i14+"/waive",schemaPath:"#/properties/fault/items/properties/waive/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err332];
}
else {
vErrors.push(err332);
}
errors++;
}
}
if(data106.when !== undefined){
let data114 = data106.when;
if(typeof data114 === "string"){
if(data114.length > 200){
const err333 = {instancePath:instancePath+"/fault/" + i14+"/when",schemaPath:"#/properties/fault/items/properties/when/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err333];
}
else {
vErrors.push(err333);
}
errors++;
}
if(data114.length < 1){
const err334 = {instancePath:instancePath+"/fault/" + i14+"/when",schemaPath:"#/properties/fault/items/properties/when/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err334];
}
else {
vErrors.push(err334);
}
errors++;
}
}
else {
const err335 = {instancePath:instancePath+"/fault/" + i14+"/when",schemaPath:"#/properties/fault/items/properties/when/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err335];
}
else {
vErrors.push(err335);
}
errors++;
}
}
}
else {
const err336 = {instancePath:instancePath+"/fault/" + i14,schemaPath:"#/properties/fault/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err336];
}
else {
vErrors.push(err336);
}
errors++;
}
}
}
else {
const err337 = {instancePath:instancePath+"/fault",schemaPath:"#/properties/fault/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err337];
}
else {
vErrors.push(err337);
}
errors++;
}
}
if(data.abort !== undefined){
let data115 = data.abort;
if(data115 && typeof data115 == "object" && !Array.isArray(data115)){
if(data115.operation === undefined){
const err338 = {instancePath:instancePath+"/abort",schemaPath:"#/properties/abort/required",keyword:"required",params:{missingProperty: "operation"}};
if(vErrors === null){
vErrors = [err338];
}
else {
vErrors.push(err338);
}
errors++;
}
if(data115.result === undefined){
const err339 = {instancePath:instancePath+"/abort",schemaPath:"#/properties/abort/required",keyword:"required",params:{missingProperty: "result"}};
if(vErrors === null){
vErrors = [err339];
}
else {
vErrors.push(err339);
}
errors++;
}
if(data115.failed === undefined){
const err340 = {instancePath:instancePath+"/abort",schemaPath:"#/properties/abort/required",keyword:"required",params:{missingProperty: "failed"}};
if(vErrors === null){
vErrors = [err340];
}
else {
vErrors.push(err340);
}
errors++;
}
if(data115.clobbers === undefined){
const err341 = {instancePath:instancePath+"/abort",schemaPath:"#/properties/abort/required",keyword:"required",params:{missingProperty: "clobbers"}};
if(vErrors === null){
vErrors = [err341];
}
else {
vErrors.push(err341);
}
errors++;
}
for(const key22 in data115){
if(!((((key22 === "operation") || (key22 === "result")) || (key22 === "failed")) || (key22 === "clobbers"))){
const err342 = {instancePath:instancePath+"/abort",schemaPath:"#/properties/abort/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22}};
if(vErrors === null){
vErrors = [err342];
}
else {
vErrors.push(err342);
}
errors++;
}
}
if(data115.operation !== undefined){
let data116 = data115.operation;
if(typeof data116 === "string"){
if(data116.length > 20){
const err343 = {instancePath:instancePath+"/abort/operation",schemaPath:"#/properties/abort/properties/operation/maxLength",keyword:"maxLength",params:{limit: 20}};
if(vErrors === null){
vErrors = [err343];
}
else {
vErrors.push(err343);
}
errors++;
}
if(!pattern78.test(data116)){
const err344 = {instancePath:instancePath+"/abort/operation",schemaPath:"#/properties/abort/properties/operation/pattern",keyword:"pattern",params:{pattern: "^[A-Z][A-Z0-9]*$"}};
if(vErrors === null){
vErrors = [err344];
}
else {
vErrors.push(err344);
}
errors++;
}
}
else {
const err345 = {instancePath:instancePath+"/abort/operation",schemaPath:"#/properties/abort/properties/operation/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err345];
}
else {
vErrors.push(err345);
}
errors++;
}
}
if(data115.result !== undefined){
let data117 = data115.result;
if(typeof data117 === "string"){
if(data117.length > 64){
const err346 = {instancePath:instancePath+"/abort/result",schemaPath:"#/properties/abort/properties/result/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err346];
}
else {
vErrors.push(err346);
}
errors++;
}
if(!pattern31.test(data117)){
const err347 = {instancePath:instancePath+"/abort/result",schemaPath:"#/properties/abort/properties/result/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"}};
if(vErrors === null){
vErrors = [err347];
}
else {
vErrors.push(err347);
}
errors++;
}
}
else {
const err348 = {instancePath:instancePath+"/abort/result",schemaPath:"#/properties/abort/properties/result/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err348];
}
else {
vErrors.push(err348);
}
errors++;
}
}
if(data115.failed !== undefined){
let data118 = data115.failed;
if(data118 && typeof data118 == "object" && !Array.isArray(data118)){
if(data118.field === undefined){
const err349 = {instancePath:instancePath+"/abort/failed",schemaPath:"#/properties/abort/properties/failed/required",keyword:"required",params:{missingProperty: "field"}};
if(vErrors === null){
vErrors = [err349];
}
else {
vErrors.push(err349);
}
errors++;
}
for(const key23 in data118){
if(!(((key23 === "field") || (key23 === "bit")) || (key23 === "waive"))){
const err350 = {instancePath:instancePath+"/abort/failed",schemaPath:"#/properties/abort/properties/failed/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key23}};
if(vErrors === null){
vErrors = [err350];
}
else {
vErrors.push(err350);
}
errors++;
}
}
if(data118.field !== undefined){
let data119 = data118.field;
if(typeof data119 === "string"){
if(data119.length > 64){
const err351 = {instancePath:instancePath+"/abort/failed/field",schemaPath:"#/properties/abort/properties/failed/properties/field/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err351];
}
else {
vErrors.push(err351);
}
errors++;
}
if(!pattern20.test(data119)){
const err352 = {instancePath:instancePath+"/abort/failed/field",schemaPath:"#/properties/abort/properties/failed/properties/field/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
if(vErrors === null){
vErrors = [err352];
}
else {
vErrors.push(err352);
}
errors++;
}
}
else {
const err353 = {instancePath:instancePath+"/abort/failed/field",schemaPath:"#/properties/abort/properties/failed/properties/field/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err353];
}
else {
vErrors.push(err353);
}
errors++;
}
}
if(data118.bit !== undefined){
let data120 = data118.bit;
if(!(((typeof data120 == "number") && (!(data120 % 1) && !isNaN(data120))) && (isFinite(data120)))){
const err354 = {instancePath:instancePath+"/abort/failed/bit",schemaPath:"#/properties/abort/properties/failed/properties/bit/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err354];
}
else {
vErrors.push(err354);
}
errors++;
}
if((typeof data120 == "number") && (isFinite(data120))){
if(data120 > 63 || isNaN(data120)){
const err355 = {instancePath:instancePath+"/abort/failed/bit",schemaPath:"#/properties/abort/properties/failed/properties/bit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 63}};
if(vErrors === null){
vErrors = [err355];
}
else {
vErrors.push(err355);
}
errors++;
}
if(data120 < 0 || isNaN(data120)){
const err356 = {instancePath:instancePath+"/abort/failed/bit",schemaPath:"#/properties/abort/properties/failed/properties/bit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err356];
}
else {
vErrors.push(err356);
}
errors++;
}
}
}
if(data118.waive !== undefined){
let data121 = data118.waive;
if(Array.isArray(data121)){
if(data121.length < 1){
const err357 = {instancePath:instancePath+"/abort/failed/waive",schemaPath:"#/properties/abort/properties/failed/properties/waive/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err357];
}
else {
vErrors.push(err357);
}
errors++;
}
const len16 = data121.length;
for(let i16=0; i16<len16; i16++){
let data122 = data121[i16];
if(data122 && typeof data122 == "object" && !Array.isArray(data122)){
if(data122.code === undefined){
const err358 = {instancePath:instancePath+"/abort/failed/waive/" + i16,schemaPath:"#/properties/abort/properties/failed/properties/waive/items/required",keyword:"required",params:{missingProperty: "code"}};
if(vErrors === null){
vErrors = [err358];
}
else {
vErrors.push(err358);
}
errors++;
}
if(data122.because === undefined){
const err359 = {instancePath:instancePath+"/abort/failed/waive/" + i16,schemaPath:"#/properties/abort/properties/failed/properties/waive/items/required",keyword:"required",params:{missingProperty: "because"}};
if(vErrors === null){
vErrors = [err359];
}
else {
vErrors.push(err359);
}
errors++;
}
for(const key24 in data122){
if(!((key24 === "code") || (key24 === "because"))){
const err360 = {instancePath:instancePath+"/abort/failed/waive/" + i16,schemaPath:"#/properties/abort/properties/failed/properties/waive/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key24}};
if(vErrors === null){
vErrors = [err360];
}
else {
vErrors.push(err360);
}
errors++;
}
}
if(data122.code !== undefined){
let data123 = data122.code;
if(typeof data123 === "string"){
if(!pattern23.test(data123)){
const err361 = {instancePath:instancePath+"/abort/failed/waive/" + i16+"/code",schemaPath:"#/properties/abort/properties/failed/properties/waive/items/properties/code/pattern",keyword:"pattern",params:{pattern: "^WS[0-9]{3}$"}};
if(vErrors === null){
vErrors = [err361];
}
else {
vErrors.push(err361);
}
errors++;
}
}
else {
const err362 = {instancePath:instancePath+"/abort/failed/waive/" + i16+"/code",schemaPath:"#/properties/abort/properties/failed/properties/waive/items/properties/code/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err362];
}
else {
vErrors.push(err362);
}
errors++;
}
}
if(data122.because !== undefined){
let data124 = data122.because;
if(typeof data124 === "string"){
if(data124.length < 1){
const err363 = {instancePath:instancePath+"/abort/failed/waive/" + i16+"/because",schemaPath:"#/properties/abort/properties/failed/properties/waive/items/properties/because/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err363];
}
else {
vErrors.push(err363);
}
errors++;
}
}
else {
const err364 = {instancePath:instancePath+"/abort/failed/waive/" + i16+"/because",schemaPath:"#/properties/abort/properties/failed/properties/waive/items/properties/because/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err364];
}
else {
vErrors.push(err364);
}
errors++;
}
}
}
else {
const err365 = {instancePath:instancePath+"/abort/failed/waive/" + i16,schemaPath:"#/properties/abort/properties/failed/properties/waive/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err365];
}
else {
vErrors.push(err365);
}
errors++;
}
}
}
else {
const err366 = {instancePath:instancePath+"/abort/failed/waive",schemaPath:"#/properties/abort/properties/failed/properties/waive/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err366];
}
else {
vErrors.push(err366);
}
errors++;
}
}
}
else {
const err367 = {instancePath:instancePath+"/abort/failed",schemaPath:"#/properties/abort/properties/failed/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err367];
}
else {
vErrors.push(err367);
}
errors++;
}
}
if(data115.clobbers !== undefined){
let data125 = data115.clobbers;
if(Array.isArray(data125)){
const len17 = data125.length;
for(let i17=0; i17<len17; i17++){
let data126 = data125[i17];
if(data126 && typeof data126 == "object" && !Array.isArray(data126)){
if(data126.register === undefined){
const err368 = {instancePath:instancePath+"/abort/clobbers/" + i17,schemaPath:"#/properties/abort/properties/clobbers/items/required",keyword:"required",params:{missingProperty: "register"}};
if(vErrors === null){
vErrors = [err368];
}
else {
vErrors.push(err368);
}
errors++;
}
for(const key25 in data126){
if(!(((key25 === "register") || (key25 === "waive")) || (key25 === "when"))){
const err369 = {instancePath:instancePath+"/abort/clobbers/" + i17,schemaPath:"#/properties/abort/properties/clobbers/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key25}};
if(vErrors === null){
vErrors = [err369];
}
else {
vErrors.push(err369);
}
errors++;
}
}
if(data126.register !== undefined){
let data127 = data126.register;
if(typeof data127 === "string"){
if(data127.length > 64){
const err370 = {instancePath:instancePath+"/abort/clobbers/" + i17+"/register",schemaPath:"#/properties/abort/properties/clobbers/items/properties/register/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err370];
}
else {
vErrors.push(err370);
}
errors++;
}
if(!pattern31.test(data127)){
const err371 = {instancePath:instancePath+"/abort/clobbers/" + i17+"/register",schemaPath:"#/properties/abort/properties/clobbers/items/properties/register/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"}};
if(vErrors === null){
vErrors = [err371];
}
else {
vErrors.push(err371);
}
errors++;
}
}
else {
const err372 = {instancePath:instancePath+"/abort/clobbers/" + i17+"/register",schemaPath:"#/properties/abort/properties/clobbers/items/properties/register/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err372];
}
else {
vErrors.push(err372);
}
errors++;
}
}
if(data126.waive !== undefined){
let data128 = data126.waive;
if(Array.isArray(data128)){
if(data128.length < 1){
const err373 = {instancePath:instancePath+"/abort/clobbers/" + i17+"/waive",schemaPath:"#/properties/abort/properties/clobbers/items/properties/waive/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err373];
}
else {
vErrors.push(err373);
}
errors++;
}
const len18 = data128.length;
for(let i18=0; i18<len18; i18++){
let data129 = data128[i18];
if(data129 && typeof data129 == "object" && !Array.isArray(data129)){
if(data129.code === undefined){
const err374 = {instancePath:instancePath+"/abort/clobbers/" + i17+"/waive/" + i18,schemaPath:"#/properties/abort/properties/clobbers/items/properties/waive/items/required",keyword:"required",params:{missingProperty: "code"}};
if(vErrors === null){
vErrors = [err374];
}
else {
vErrors.push(err374);
}
errors++;
}
if(data129.because === undefined){
const err375 = {instancePath:instancePath+"/abort/clobbers/" + i17+"/waive/" + i18,schemaPath:"#/properties/abort/properties/clobbers/items/properties/waive/items/required",keyword:"required",params:{missingProperty: "because"}};
if(vErrors === null){
vErrors = [err375];
}
else {
vErrors.push(err375);
}
errors++;
}
for(const key26 in data129){
if(!((key26 === "code") || (key26 === "because"))){
const err376 = {instancePath:instancePath+"/abort/clobbers/" + i17+"/waive/" + i18,schemaPath:"#/properties/abort/properties/clobbers/items/properties/waive/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key26}};
if(vErrors === null){
vErrors = [err376];
}
else {
vErrors.push(err376);
}
errors++;
}
}
if(data129.code !== undefined){
let data130 = data129.code;
if(typeof data130 === "string"){
if(!pattern23.test(data130)){
const err377 = {instancePath:instancePath+"/abort/clobbers/" + i17+"/waive/" + i18+"/code",schemaPath:"#/properties/abort/properties/clobbers/items/properties/waive/items/properties/code/pattern",keyword:"pattern",params:{pattern: "^WS[0-9]{3}$"}};
if(vErrors === null){
vErrors = [err377];
}
else {
vErrors.push(err377);
}
errors++;
}
}
else {
const err378 = {instancePath:instancePath+"/abort/clobbers/" + i17+"/waive/" + i18+"/code",schemaPath:"#/properties/abort/properties/clobbers/items/properties/waive/items/properties/code/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err378];
}
else {
vErrors.push(err378);
}
errors++;
}
}
if(data129.because !== undefined){
let data131 = data129.because;
if(typeof data131 === "string"){
if(data131.length < 1){
const err379 = {instancePath:instancePath+"/abort/clobbers/" + i17+"/waive/" + i18+"/because",schemaPath:"#/properties/abort/properties/clobbers/items/properties/waive/items/properties/because/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err379];
}
else {
vErrors.push(err379);
}
errors++;
}
}
else {
const err380 = {instancePath:instancePath+"/abort/clobbers/" + i17+"/waive/" + i18+"/because",schemaPath:"#/properties/abort/properties/clobbers/items/properties/waive/items/properties/because/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err380];
}
else {
vErrors.push(err380);
}
errors++;
}
}
}
else {
const err381 = {instancePath:instancePath+"/abort/clobbers/" + i17+"/waive/" + i18,schemaPath:"#/properties/abort/properties/clobbers/items/properties/waive/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err381];
}
else {
vErrors.push(err381);
}
errors++;
}
}
}
else {
const err382 = {instancePath:instancePath+"/abort/clobbers/" + i17+"/waive",schemaPath:"#/properties/abort/properties/clobbers/items/properties/waive/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err382];
}
else {
vErrors.push(err382);
}
errors++;
}
}
if(data126.when !== undefined){
let data132 = data126.when;
if(typeof data132 === "string"){
if(data132.length > 200){
const err383 = {instancePath:instancePath+"/abort/clobbers/" + i17+"/when",schemaPath:"#/properties/abort/properties/clobbers/items/properties/when/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err383];
}
else {
vErrors.push(err383);
}
errors++;
}
if(data132.length < 1){
const err384 = {instancePath:instancePath+"/abort/clobbers/" + i17+"/when",schemaPath:"#/properties/abort/properties/clobbers/items/properties/when/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err384];
}
else {
vErrors.push(err384);
}
errors++;
}
}
else {
const err385 = {instancePath:instancePath+"/abort/clobbers/" + i17+"/when",schemaPath:"#/properties/abort/properties/clobbers/items/properties/when/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err385];
}
else {
vErrors.push(err385);
}
errors++;
}
}
}
else {
const err386 = {instancePath:instancePath+"/abort/clobbers/" + i17,schemaPath:"#/properties/abort/properties/clobbers/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err386];
}
else {
vErrors.push(err386);
}
errors++;
}
}
}
else {
const err387 = {instancePath:instancePath+"/abort/clobbers",schemaPath:"#/properties/abort/properties/clobbers/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err387];
}
else {
vErrors.push(err387);
}
errors++;
}
}
}
else {
const err388 = {instancePath:instancePath+"/abort",schemaPath:"#/properties/abort/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err388];
}
else {
vErrors.push(err388);
}
errors++;
}
}
if(data.panic !== undefined){
let data133 = data.panic;
if(data133 && typeof data133 == "object" && !Array.isArray(data133)){
if(data133.function === undefined){
const err389 = {instancePath:instancePath+"/panic",schemaPath:"#/properties/panic/required",keyword:"required",params:{missingProperty: "function"}};
if(vErrors === null){
vErrors = [err389];
}
else {
vErrors.push(err389);
}
errors++;
}
if(data133.message === undefined){
const err390 = {instancePath:instancePath+"/panic",schemaPath:"#/properties/panic/required",keyword:"required",params:{missingProperty: "message"}};
if(vErrors === null){
vErrors = [err390];
}
else {
vErrors.push(err390);
}
errors++;
}
if(data133.registers === undefined){
const err391 = {instancePath:instancePath+"/panic",schemaPath:"#/properties/panic/required",keyword:"required",params:{missingProperty: "registers"}};
if(vErrors === null){
vErrors = [err391];
}
else {
vErrors.push(err391);
}
errors++;
}
if(data133.pstate === undefined){
const err392 = {instancePath:instancePath+"/panic",schemaPath:"#/properties/panic/required",keyword:"required",params:{missingProperty: "pstate"}};
if(vErrors === null){
vErrors = [err392];
}
else {
vErrors.push(err392);
}
errors++;
}
for(const key27 in data133){
if(!((((key27 === "function") || (key27 === "message")) || (key27 === "registers")) || (key27 === "pstate"))){
const err393 = {instancePath:instancePath+"/panic",schemaPath:"#/properties/panic/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key27}};
if(vErrors === null){
vErrors = [err393];
}
else {
vErrors.push(err393);
}
errors++;
}
}
if(data133.function !== undefined){
let data134 = data133.function;
if(typeof data134 === "string"){
if(data134.length > 128){
const err394 = {instancePath:instancePath+"/panic/function",schemaPath:"#/properties/panic/properties/function/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err394];
}
else {
vErrors.push(err394);
}
errors++;
}
if(!pattern20.test(data134)){
const err395 = {instancePath:instancePath+"/panic/function",schemaPath:"#/properties/panic/properties/function/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
if(vErrors === null){
vErrors = [err395];
}
else {
vErrors.push(err395);
}
errors++;
}
}
else {
const err396 = {instancePath:instancePath+"/panic/function",schemaPath:"#/properties/panic/properties/function/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err396];
}
else {
vErrors.push(err396);
}
errors++;
}
}
if(data133.message !== undefined){
let data135 = data133.message;
if(typeof data135 === "string"){
if(data135.length > 1000){
const err397 = {instancePath:instancePath+"/panic/message",schemaPath:"#/properties/panic/properties/message/maxLength",keyword:"maxLength",params:{limit: 1000}};
if(vErrors === null){
vErrors = [err397];
}
else {
vErrors.push(err397);
}
errors++;
}
if(data135.length < 1){
const err398 = {instancePath:instancePath+"/panic/message",schemaPath:"#/properties/panic/properties/message/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err398];
}
else {
vErrors.push(err398);
}
errors++;
}
}
else {
const err399 = {instancePath:instancePath+"/panic/message",schemaPath:"#/properties/panic/properties/message/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err399];
}
else {
vErrors.push(err399);
}
errors++;
}
}
if(data133.registers !== undefined){
let data136 = data133.registers;
if(Array.isArray(data136)){
if(data136.length > 7){
const err400 = {instancePath:instancePath+"/panic/registers",schemaPath:"#/properties/panic/properties/registers/maxItems",keyword:"maxItems",params:{limit: 7}};
if(vErrors === null){
vErrors = [err400];
}
else {
vErrors.push(err400);
}
errors++;
}
if(data136.length < 1){
const err401 = {instancePath:instancePath+"/panic/registers",schemaPath:"#/properties/panic/properties/registers/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err401];
}
else {
vErrors.push(err401);
}
errors++;
}
const len19 = data136.length;
for(let i19=0; i19<len19; i19++){
let data137 = data136[i19];
if(typeof data137 === "string"){
if(data137.length > 64){
const err402 = {instancePath:instancePath+"/panic/registers/" + i19,schemaPath:"#/properties/panic/properties/registers/items/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err402];
}
else {
vErrors.push(err402);
}
errors++;
}
if(!pattern31.test(data137)){
const err403 = {instancePath:instancePath+"/panic/registers/" + i19,schemaPath:"#/properties/panic/properties/registers/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"}};
if(vErrors === null){
vErrors = [err403];
}
else {
vErrors.push(err403);
}
errors++;
}
}
else {
const err404 = {instancePath:instancePath+"/panic/registers/" + i19,schemaPath:"#/properties/panic/properties/registers/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err404];
}
else {
vErrors.push(err404);
}
errors++;
}
}
}
else {
const err405 = {instancePath:instancePath+"/panic/registers",schemaPath:"#/properties/panic/properties/registers/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err405];
}
else {
vErrors.push(err405);
}
errors++;
}
}
if(data133.pstate !== undefined){
let data138 = data133.pstate;
if(typeof data138 === "string"){
if(data138.length > 1000){
const err406 = {instancePath:instancePath+"/panic/pstate",schemaPath:"#/properties/panic/properties/pstate/maxLength",keyword:"maxLength",params:{limit: 1000}};
if(vErrors === null){
vErrors = [err406];
}
else {
vErrors.push(err406);
}
errors++;
}
if(data138.length < 1){
const err407 = {instancePath:instancePath+"/panic/pstate",schemaPath:"#/properties/panic/properties/pstate/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err407];
}
else {
vErrors.push(err407);
}
errors++;
}
}
else {
const err408 = {instancePath:instancePath+"/panic/pstate",schemaPath:"#/properties/panic/properties/pstate/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err408];
}
else {
vErrors.push(err408);
}
errors++;
}
}
}
else {
const err409 = {instancePath:instancePath+"/panic",schemaPath:"#/properties/panic/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err409];
}
else {
vErrors.push(err409);
}
errors++;
}
}
if(data.vectors !== undefined){
let data139 = data.vectors;
if(Array.isArray(data139)){
const len20 = data139.length;
for(let i20=0; i20<len20; i20++){
let data140 = data139[i20];
if(data140 && typeof data140 == "object" && !Array.isArray(data140)){
if(data140.from === undefined){
const err410 = {instancePath:instancePath+"/vectors/" + i20,schemaPath:"#/properties/vectors/items/required",keyword:"required",params:{missingProperty: "from"}};
if(vErrors === null){
vErrors = [err410];
}
else {
vErrors.push(err410);
}
errors++;
}
if(data140.kind === undefined){
const err411 = {instancePath:instancePath+"/vectors/" + i20,schemaPath:"#/properties/vectors/items/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err411];
}
else {
vErrors.push(err411);
}
errors++;
}
if(data140.handler === undefined){
const err412 = {instancePath:instancePath+"/vectors/" + i20,schemaPath:"#/properties/vectors/items/required",keyword:"required",params:{missingProperty: "handler"}};
if(vErrors === null){
vErrors = [err412];
}
else {
vErrors.push(err412);
}
errors++;
}
for(const key28 in data140){
if(!((((key28 === "from") || (key28 === "kind")) || (key28 === "handler")) || (key28 === "when"))){
const err413 = {instancePath:instancePath+"/vectors/" + i20,schemaPath:"#/properties/vectors/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key28}};
if(vErrors === null){
vErrors = [err413];
}
else {
vErrors.push(err413);
}
errors++;
}
}
if(data140.from !== undefined){
let data141 = data140.from;
if(typeof data141 !== "string"){
const err414 = {instancePath:instancePath+"/vectors/" + i20+"/from",schemaPath:"#/properties/vectors/items/properties/from/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err414];
}
else {
vErrors.push(err414);
}
errors++;
}
if(!((((data141 === "EL2t") || (data141 === "EL2h")) || (data141 === "64-bit EL1")) || (data141 === "32-bit EL1"))){
const err415 = {instancePath:instancePath+"/vectors/" + i20+"/from",schemaPath:"#/properties/vectors/items/properties/from/enum",keyword:"enum",params:{allowedValues: ["EL2t","EL2h","64-bit EL1","32-bit EL1"]}};
if(vErrors === null){
vErrors = [err415];
}
else {
vErrors.push(err415);
}
errors++;
}
}
if(data140.kind !== undefined){
let data142 = data140.kind;
if(typeof data142 !== "string"){
const err416 = {instancePath:instancePath+"/vectors/" + i20+"/kind",schemaPath:"#/properties/vectors/items/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err416];
}
else {
vErrors.push(err416);
}
errors++;
}
if(!((((data142 === "sync") || (data142 === "irq")) || (data142 === "fiq")) || (data142 === "error"))){
const err417 = {instancePath:instancePath+"/vectors/" + i20+"/kind",schemaPath:"#/properties/vectors/items/properties/kind/enum",keyword:"enum",params:{allowedValues: ["sync","irq","fiq","error"]}};
if(vErrors === null){
vErrors = [err417];
}
else {
vErrors.push(err417);
}
errors++;
}
}
if(data140.handler !== undefined){
let data143 = data140.handler;
if(typeof data143 !== "string"){
const err418 = {instancePath:instancePath+"/vectors/" + i20+"/handler",schemaPath:"#/properties/vectors/items/properties/handler/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err418];
}
else {
vErrors.push(err418);
}
errors++;
}
if(!(((data143 === "panic") || (data143 === "sync")) || (data143 === "irq"))){
const err419 = {instancePath:instancePath+"/vectors/" + i20+"/handler",schemaPath:"#/properties/vectors/items/properties/handler/enum",keyword:"enum",params:{allowedValues: ["panic","sync","irq"]}};
if(vErrors === null){
vErrors = [err419];
}
else {
vErrors.push(err419);
}
errors++;
}
}
if(data140.when !== undefined){
let data144 = data140.when;
if(typeof data144 === "string"){
if(data144.length > 200){
const err420 = {instancePath:instancePath+"/vectors/" + i20+"/when",schemaPath:"#/properties/vectors/items/properties/when/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err420];
}
else {
vErrors.push(err420);
}
errors++;
}
if(data144.length < 1){
const err421 = {instancePath:instancePath+"/vectors/" + i20+"/when",schemaPath:"#/properties/vectors/items/properties/when/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err421];
}
else {
vErrors.push(err421);
}
errors++;
}
}
else {
const err422 = {instancePath:instancePath+"/vectors/" + i20+"/when",schemaPath:"#/properties/vectors/items/properties/when/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err422];
}
else {
vErrors.push(err422);
}
errors++;
}
}
}
else {
const err423 = {instancePath:instancePath+"/vectors/" + i20,schemaPath:"#/properties/vectors/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err423];
}
else {
vErrors.push(err423);
}
errors++;
}
}
}
else {
const err424 = {instancePath:instancePath+"/vectors",schemaPath:"#/properties/vectors/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err424];
}
else {
vErrors.push(err424);
}
errors++;
}
}
if(data.barriers !== undefined){
let data145 = data.barriers;
if(Array.isArray(data145)){
if(data145.length < 1){
const err425 = {instancePath:instancePath+"/barriers",schemaPath:"#/properties/barriers/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err425];
}
else {
vErrors.push(err425);
}
errors++;
}
const len21 = data145.length;
for(let i21=0; i21<len21; i21++){
let data146 = data145[i21];
if(data146 && typeof data146 == "object" && !Array.isArray(data146)){
if(data146.barrier === undefined){
const err426 = {instancePath:instancePath+"/barriers/" + i21,schemaPath:"#/properties/barriers/items/required",keyword:"required",params:{missingProperty: "barrier"}};
if(vErrors === null){
vErrors = [err426];
}
else {
vErrors.push(err426);
}
errors++;
}
if(data146.after === undefined){
const err427 = {instancePath:instancePath+"/barriers/" + i21,schemaPath:"#/properties/barriers/items/required",keyword:"required",params:{missingProperty: "after"}};
if(vErrors === null){
vErrors = [err427];
}
else {
vErrors.push(err427);
}
errors++;
}
if(data146.before === undefined){
const err428 = {instancePath:instancePath+"/barriers/" + i21,schemaPath:"#/properties/barriers/items/required",keyword:"required",params:{missingProperty: "before"}};
if(vErrors === null){
vErrors = [err428];
}
else {
vErrors.push(err428);
}
errors++;
}
if(data146.because === undefined){
const err429 = {instancePath:instancePath+"/barriers/" + i21,schemaPath:"#/properties/barriers/items/required",keyword:"required",params:{missingProperty: "because"}};
if(vErrors === null){
vErrors = [err429];
}
else {
vErrors.push(err429);
}
errors++;
}
for(const key29 in data146){
if(!((((((key29 === "barrier") || (key29 === "after")) || (key29 === "before")) || (key29 === "because")) || (key29 === "waive")) || (key29 === "when"))){
const err430 = {instancePath:instancePath+"/barriers/" + i21,schemaPath:"#/properties/barriers/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key29}};
if(vErrors === null){
vErrors = [err430];
}
else {
vErrors.push(err430);
}
errors++;
}
}
if(data146.barrier !== undefined){
let data147 = data146.barrier;
if(typeof data147 !== "string"){
const err431 = {instancePath:instancePath+"/barriers/" + i21+"/barrier",schemaPath:"#/properties/barriers/items/properties/barrier/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err431];
}
else {
vErrors.push(err431);
}
errors++;
}
if(!((data147 === "isb") || (data147 === "dsb"))){
const err432 = {instancePath:instancePath+"/barriers/" + i21+"/barrier",schemaPath:"#/properties/barriers/items/properties/barrier/enum",keyword:"enum",params:{allowedValues: ["isb","dsb"]}};
if(vErrors === null){
vErrors = [err432];
}
else {
vErrors.push(err432);
}
errors++;
}
}
if(data146.after !== undefined){
let data148 = data146.after;
if(typeof data148 === "string"){
if(data148.length > 64){
const err433 = {instancePath:instancePath+"/barriers/" + i21+"/after",schemaPath:"#/properties/barriers/items/properties/after/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err433];
}
else {
vErrors.push(err433);
}
errors++;
}
if(!pattern31.test(data148)){
const err434 = {instancePath:instancePath+"/barriers/" + i21+"/after",schemaPath:"#/properties/barriers/items/properties/after/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"}};
if(vErrors === null){
vErrors = [err434];
}
else {
vErrors.push(err434);
}
errors++;
}
}
else {
const err435 = {instancePath:instancePath+"/barriers/" + i21+"/after",schemaPath:"#/properties/barriers/items/properties/after/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err435];
}
else {
vErrors.push(err435);
}
errors++;
}
}
if(data146.before !== undefined){
let data149 = data146.before;
if(typeof data149 === "string"){
if(data149.length > 64){
const err436 = {instancePath:instancePath+"/barriers/" + i21+"/before",schemaPath:"#/properties/barriers/items/properties/before/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err436];
}
else {
vErrors.push(err436);
}
errors++;
}
if(!pattern31.test(data149)){
const err437 = {instancePath:instancePath+"/barriers/" + i21+"/before",schemaPath:"#/properties/barriers/items/properties/before/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"}};
if(vErrors === null){
vErrors = [err437];
}
else {
vErrors.push(err437);
}
errors++;
}
}
else {
const err438 = {instancePath:instancePath+"/barriers/" + i21+"/before",schemaPath:"#/properties/barriers/items/properties/before/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err438];
}
else {
vErrors.push(err438);
}
errors++;
}
}
if(data146.because !== undefined){
let data150 = data146.because;
if(typeof data150 === "string"){
if(data150.length < 1){
const err439 = {instancePath:instancePath+"/barriers/" + i21+"/because",schemaPath:"#/properties/barriers/items/properties/because/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err439];
}
else {
vErrors.push(err439);
}
errors++;
}
}
else {
const err440 = {instancePath:instancePath+"/barriers/" + i21+"/because",schemaPath:"#/properties/barriers/items/properties/because/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err440];
}
else {
vErrors.push(err440);
}
errors++;
}
}
if(data146.waive !== undefined){
let data151 = data146.waive;
if(Array.isArray(data151)){
if(data151.length < 1){
const err441 = {instancePath:instancePath+"/barriers/" + i21+"/waive",schemaPath:"#/properties/barriers/items/properties/waive/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err441];
}
else {
vErrors.push(err441);
}
errors++;
}
const len22 = data151.length;
for(let i22=0; i22<len22; i22++){
let data152 = data151[i22];
if(data152 && typeof data152 == "object" && !Array.isArray(data152)){
if(data152.code === undefined){
const err442 = {instancePath:instancePath+"/barriers/" + i21+"/waive/" + i22,schemaPath:"#/properties/barriers/items/properties/waive/items/required",keyword:"required",params:{missingProperty: "code"}};
if(vErrors === null){
vErrors = [err442];
}
else {
vErrors.push(err442);
}
errors++;
}
if(data152.because === undefined){
const err443 = {instancePath:instancePath+"/barriers/" + i21+"/waive/" + i22,schemaPath:"#/properties/barriers/items/properties/waive/items/required",keyword:"required",params:{missingProperty: "because"}};
if(vErrors === null){
vErrors = [err443];
}
else {
vErrors.push(err443);
}
errors++;
}
for(const key30 in data152){
if(!((key30 === "code") || (key30 === "because"))){
const err444 = {instancePath:instancePath+"/barriers/" + i21+"/waive/" + i22,schemaPath:"#/properties/barriers/items/properties/waive/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key30}};
if(vErrors === null){
vErrors = [err444];
}
else {
vErrors.push(err444);
}
errors++;
}
}
if(data152.code !== undefined){
let data153 = data152.code;
if(typeof data153 === "string"){
if(!pattern23.test(data153)){
const err445 = {instancePath:instancePath+"/barriers/" + i21+"/waive/" + i22+"/code",schemaPath:"#/properties/barriers/items/properties/waive/items/properties/code/pattern",keyword:"pattern",params:{pattern: "^WS[0-9]{3}$"}};
if(vErrors === null){
vErrors = [err445];
}
else {
vErrors.push(err445);
}
errors++;
}
}
else {
const err446 = {instancePath:instancePath+"/barriers/" + i21+"/waive/" + i22+"/code",schemaPath:"#/properties/barriers/items/properties/waive/items/properties/code/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err446];
}
else {
vErrors.push(err446);
}
errors++;
}
}
if(data152.because !== undefined){
let data154 = data152.because;
if(typeof data154 === "string"){
if(data154.length < 1){
const err447 = {instancePath:instancePath+"/barriers/" + i21+"/waive/" + i22+"/because",schemaPath:"#/properties/barriers/items/properties/waive/items/properties/because/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err447];
}
else {
vErrors.push(err447);
}
errors++;
}
}
else {
const err448 = {instancePath:instancePath+"/barriers/" + i21+"/waive/" + i22+"/because",schemaPath:"#/properties/barriers/items/properties/waive/items/properties/because/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err448];
}
else {
vErrors.push(err448);
}
errors++;
}
}
}
else {
const err449 = {instancePath:instancePath+"/barriers/" + i21+"/waive/" + i22,schemaPath:"#/properties/barriers/items/properties/waive/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err449];
}
else {
vErrors.push(err449);
}
errors++;
}
}
}
else {
const err450 = {instancePath:instancePath+"/barriers/" + i21+"/waive",schemaPath:"#/properties/barriers/items/properties/waive/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err450];
}
else {
vErrors.push(err450);
}
errors++;
}
}
if(data146.when !== undefined){
let data155 = data146.when;
if(typeof data155 === "string"){
if(data155.length > 200){
const err451 = {instancePath:instancePath+"/barriers/" + i21+"/when",schemaPath:"#/properties/barriers/items/properties/when/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err451];
}
else {
vErrors.push(err451);
}
errors++;
}
if(data155.length < 1){
const err452 = {instancePath:instancePath+"/barriers/" + i21+"/when",schemaPath:"#/properties/barriers/items/properties/when/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err452];
}
else {
vErrors.push(err452);
}
errors++;
}
}
else {
const err453 = {instancePath:instancePath+"/barriers/" + i21+"/when",schemaPath:"#/properties/barriers/items/properties/when/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err453];
}
else {
vErrors.push(err453);
}
errors++;
}
}
}
else {
const err454 = {instancePath:instancePath+"/barriers/" + i21,schemaPath:"#/properties/barriers/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err454];
}
else {
vErrors.push(err454);
}
errors++;
}
}
}
else {
const err455 = {instancePath:instancePath+"/barriers",schemaPath:"#/properties/barriers/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err455];
}
else {
vErrors.push(err455);
}
errors++;
}
}
if(data.flush !== undefined){
let data156 = data.flush;
if(data156 && typeof data156 == "object" && !Array.isArray(data156)){
if(data156.operation === undefined){
const err456 = {instancePath:instancePath+"/flush",schemaPath:"#/properties/flush/required",keyword:"required",params:{missingProperty: "operation"}};
if(vErrors === null){
vErrors = [err456];
}
else {
vErrors.push(err456);
}
errors++;
}
if(data156.ipaShift === undefined){
const err457 = {instancePath:instancePath+"/flush",schemaPath:"#/properties/flush/required",keyword:"required",params:{missingProperty: "ipaShift"}};
if(vErrors === null){
vErrors = [err457];
}
else {
vErrors.push(err457);
}
errors++;
}
for(const key31 in data156){
if(!(((key31 === "operation") || (key31 === "ipaShift")) || (key31 === "waive"))){
const err458 = {instancePath:instancePath+"/flush",schemaPath:"#/properties/flush/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key31}};
if(vErrors === null){
vErrors = [err458];
}
else {
vErrors.push(err458);
}
errors++;
}
}
if(data156.operation !== undefined){
let data157 = data156.operation;
if(typeof data157 === "string"){
if(data157.length > 20){
const err459 = {instancePath:instancePath+"/flush/operation",schemaPath:"#/properties/flush/properties/operation/maxLength",keyword:"maxLength",params:{limit: 20}};
if(vErrors === null){
vErrors = [err459];
}
else {
vErrors.push(err459);
}
errors++;
}
if(!pattern78.test(data157)){
const err460 = {instancePath:instancePath+"/flush/operation",schemaPath:"#/properties/flush/properties/operation/pattern",keyword:"pattern",params:{pattern: "^[A-Z][A-Z0-9]*$"}};
if(vErrors === null){
vErrors = [err460];
}
else {
vErrors.push(err460);
}
errors++;
}
}
else {
const err461 = {instancePath:instancePath+"/flush/operation",schemaPath:"#/properties/flush/properties/operation/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err461];
}
else {
vErrors.push(err461);
}
errors++;
}
}
if(data156.ipaShift !== undefined){
let data158 = data156.ipaShift;
if(!(((typeof data158 == "number") && (!(data158 % 1) && !isNaN(data158))) && (isFinite(data158)))){
const err462 = {instancePath:instancePath+"/flush/ipaShift",schemaPath:"#/properties/flush/properties/ipaShift/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err462];
}
else {
vErrors.push(err462);
}
errors++;
}
if((typeof data158 == "number") && (isFinite(data158))){
if(data158 > 63 || isNaN(data158)){
const err463 = {instancePath:instancePath+"/flush/ipaShift",schemaPath:"#/properties/flush/properties/ipaShift/maximum",keyword:"maximum",params:{comparison: "<=", limit: 63}};
if(vErrors === null){
vErrors = [err463];
}
else {
vErrors.push(err463);
}
errors++;
}
if(data158 < 0 || isNaN(data158)){
const err464 = {instancePath:instancePath+"/flush/ipaShift",schemaPath:"#/properties/flush/properties/ipaShift/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err464];
}
else {
vErrors.push(err464);
}
errors++;
}
}
}
if(data156.waive !== undefined){
let data159 = data156.waive;
if(Array.isArray(data159)){
if(data159.length < 1){
const err465 = {instancePath:instancePath+"/flush/waive",schemaPath:"#/properties/flush/properties/waive/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err465];
}
else {
vErrors.push(err465);
}
errors++;
}
const len23 = data159.length;
for(let i23=0; i23<len23; i23++){
let data160 = data159[i23];
if(data160 && typeof data160 == "object" && !Array.isArray(data160)){
if(data160.code === undefined){
const err466 = {instancePath:instancePath+"/flush/waive/" + i23,schemaPath:"#/properties/flush/properties/waive/items/required",keyword:"required",params:{missingProperty: "code"}};
if(vErrors === null){
vErrors = [err466];
}
else {
vErrors.push(err466);
}
errors++;
}
if(data160.because === undefined){
const err467 = {instancePath:instancePath+"/flush/waive/" + i23,schemaPath:"#/properties/flush/properties/waive/items/required",keyword:"required",params:{missingProperty: "because"}};
if(vErrors === null){
vErrors = [err467];
}
else {
vErrors.push(err467);
}
errors++;
}
for(const key32 in data160){
if(!((key32 === "code") || (key32 === "because"))){
const err468 = {instancePath:instancePath+"/flush/waive/" + i23,schemaPath:"#/properties/flush/properties/waive/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key32}};
if(vErrors === null){
vErrors = [err468];
}
else {
vErrors.push(err468);
}
errors++;
}
}
if(data160.code !== undefined){
let data161 = data160.code;
if(typeof data161 === "string"){
if(!pattern23.test(data161)){
const err469 = {instancePath:instancePath+"/flush/waive/" + i23+"/code",schemaPath:"#/properties/flush/properties/waive/items/properties/code/pattern",keyword:"pattern",params:{pattern: "^WS[0-9]{3}$"}};
if(vErrors === null){
vErrors = [err469];
}
else {
vErrors.push(err469);
}
errors++;
}
}
else {
const err470 = {instancePath:instancePath+"/flush/waive/" + i23+"/code",schemaPath:"#/properties/flush/properties/waive/items/properties/code/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err470];
}
else {
vErrors.push(err470);
}
errors++;
}
}
if(data160.because !== undefined){
let data162 = data160.because;
if(typeof data162 === "string"){
if(data162.length < 1){
const err471 = {instancePath:instancePath+"/flush/waive/" + i23+"/because",schemaPath:"#/properties/flush/properties/waive/items/properties/because/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err471];
}
else {
vErrors.push(err471);
}
errors++;
}
}
else {
const err472 = {instancePath:instancePath+"/flush/waive/" + i23+"/because",schemaPath:"#/properties/flush/properties/waive/items/properties/because/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err472];
}
else {
vErrors.push(err472);
}
errors++;
}
}
}
else {
const err473 = {instancePath:instancePath+"/flush/waive/" + i23,schemaPath:"#/properties/flush/properties/waive/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err473];
}
else {
vErrors.push(err473);
}
errors++;
}
}
}
else {
const err474 = {instancePath:instancePath+"/flush/waive",schemaPath:"#/properties/flush/properties/waive/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err474];
}
else {
vErrors.push(err474);
}
errors++;
}
}
}
else {
const err475 = {instancePath:instancePath+"/flush",schemaPath:"#/properties/flush/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err475];
}
else {
vErrors.push(err475);
}
errors++;
}
}
}
else {
const err476 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err476];
}
else {
vErrors.push(err476);
}
errors++;
}
validate30.errors = vErrors;
return errors === 0;
}
validate30.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const validators: Readonly<Record<string, ValidateFunction>> = {
  "a64": validateA64,
  "asm-offsets": validateAsmOffsets,
  "constants": validateConstants,
  "cpu": validateCpu,
  "encoding-groups": validateEncodingGroups,
  "layout": validateLayout,
  "structs": validateStructs,
  "sysreg-order": validateSysregOrder,
  "sysregs": validateSysregs,
  "system-operations": validateSystemOperations,
  "world-switch": validateWorldSwitch,
};

const texts: Readonly<Record<string, string>> = {
  "a64": '{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://worldswitch.dev/schema/language/a64.schema.json","type":"object","additionalProperties":false,"required":["$schema","family","title","instructions"],"properties":{"$schema":{"type":"string"},"family":{"type":"string","pattern":"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},"title":{"type":"string","minLength":1},"names":{"type":"array","items":{"$ref":"#/$defs/names"}},"instructions":{"type":"array","items":{"$ref":"#/$defs/instruction"}},"aliases":{"type":"array","items":{"$ref":"#/$defs/alias"}}},"$defs":{"names":{"type":"object","additionalProperties":false,"required":["name","values"],"properties":{"name":{"type":"string","pattern":"^[a-z][A-Za-z0-9]*$"},"unnamed":{"enum":["hex2"]},"values":{"type":"object","propertyNames":{"pattern":"^[a-z0-9]+$"},"additionalProperties":{"type":"integer","minimum":0,"maximum":255}},"section":{"type":"string","minLength":1}}},"instruction":{"type":"object","additionalProperties":false,"required":["name","bits","asm","section"],"properties":{"name":{"type":"string","pattern":"^[A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$"},"bits":{"type":"string","pattern":"^(?:[01]+|(?:\\\\([01]\\\\))+|[A-Za-z][A-Za-z0-9]*:[0-9]{1,2}|[A-Za-z][A-Za-z0-9]*=[01x]+)(?: (?:[01]+|(?:\\\\([01]\\\\))+|[A-Za-z][A-Za-z0-9]*:[0-9]{1,2}|[A-Za-z][A-Za-z0-9]*=[01x]+))*$"},"variant":{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9]*$"}},"unallocated":{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9]*=[01x]+(?: [A-Za-z][A-Za-z0-9]*=[01x]+)*$"}},"asm":{"oneOf":[{"type":"string","pattern":"^[a-z][a-z0-9]*(?:\\\\.[a-z]+\\\\([^()]*\\\\))?(?: .+)?$"},{"type":"object","minProperties":1,"propertyNames":{"pattern":"^[A-Za-z][A-Za-z0-9]*(?:=|!=)[A-Za-z0-9]+(?: [A-Za-z][A-Za-z0-9]*(?:=|!=)[A-Za-z0-9]+)*$"},"additionalProperties":{"type":"string","pattern":"^[a-z][a-z0-9]*(?:\\\\.[a-z]+\\\\([^()]*\\\\))?(?: .+)?$"}}]},"section":{"type":"string","minLength":1}}},"alias":{"type":"object","additionalProperties":false,"required":["name","of","asm"],"properties":{"name":{"type":"string","pattern":"^[A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$"},"of":{"type":"string","pattern":"^[A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$"},"when":{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","pattern":"^(?:not moveWidePreferred|moveWidePreferred|[A-Za-z][A-Za-z0-9]*(?:(?:=|!=)[01x]+|(?:\\\\+1)?(?:=|<|>=)[A-Za-z][A-Za-z0-9]*))(?: \\\\| [A-Za-z][A-Za-z0-9]*(?:(?:=|!=)[01x]+|(?:\\\\+1)?(?:=|<|>=)[A-Za-z][A-Za-z0-9]*))*$"}},"prefer":{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","pattern":"^(?:not moveWidePreferred|moveWidePreferred|[A-Za-z][A-Za-z0-9]*(?:(?:=|!=)[01x]+|(?:\\\\+1)?(?:=|<|>=)[A-Za-z][A-Za-z0-9]*))(?: \\\\| [A-Za-z][A-Za-z0-9]*(?:(?:=|!=)[01x]+|(?:\\\\+1)?(?:=|<|>=)[A-Za-z][A-Za-z0-9]*))*$"}},"printed":{"type":"boolean"},"asm":{"type":"string","pattern":"^[a-z][a-z0-9]*(?:\\\\.[a-z]+\\\\([^()]*\\\\))?(?: .+)?$"},"section":{"type":"string","minLength":1}}}}}',
  "asm-offsets": '{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://worldswitch.dev/schema/language/asm-offsets.schema.json","type":"object","additionalProperties":false,"required":["$schema","symbols"],"properties":{"$schema":{"type":"string","pattern":"(^|/)asm-offsets\\\\.schema\\\\.json$","$comment":"the path of asm-offsets.schema.json, such as \\"../language/asm-offsets.schema.json\\""},"symbols":{"type":"array","x-key":["symbol"],"items":{"$ref":"#/$defs/symbol"}},"macros":{"type":"array","x-key":["macro"],"items":{"$ref":"#/$defs/macro"}}},"$defs":{"symbol":{"type":"object","additionalProperties":false,"required":["symbol","struct","member"],"properties":{"symbol":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"struct":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"member":{"type":"string","pattern":"^[A-Za-z_]\\\\w*(\\\\[\\\\w+\\\\])?(\\\\.[A-Za-z_]\\\\w*(\\\\[\\\\w+\\\\])?)*$","maxLength":500,"$comment":"a member path such as arch.ctxt or gp_regs.regs.regs[19]"},"waive":{"$ref":"#/$defs/waive"},"when":{"$ref":"#/$defs/when"}}},"macro":{"type":"object","additionalProperties":false,"required":["macro","struct","member"],"properties":{"macro":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"struct":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"member":{"type":"string","pattern":"^[A-Za-z_]\\\\w*(\\\\[\\\\w+\\\\])?(\\\\.[A-Za-z_]\\\\w*(\\\\[\\\\w+\\\\])?)*$","maxLength":500,"$comment":"a member path such as arch.ctxt or gp_regs.regs.regs[19]"},"doc":{"type":"string","minLength":1},"when":{"$ref":"#/$defs/when"}}},"waive":{"type":"array","minItems":1,"items":{"type":"object","additionalProperties":false,"required":["code","because"],"properties":{"code":{"type":"string","pattern":"^WS[0-9]{3}$","$comment":"a finding\'s code such as WS305"},"because":{"type":"string","minLength":1}}}},"when":{"type":"string","minLength":1,"maxLength":200,"$comment":"a condition over features, such as \\"sve && !nested\\""}}}',
  "constants": '{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://worldswitch.dev/schema/language/constants.schema.json","type":"object","additionalProperties":false,"required":["$schema","constants"],"properties":{"$schema":{"type":"string","pattern":"(^|/)constants\\\\.schema\\\\.json$","$comment":"the path of constants.schema.json, such as \\"../language/constants.schema.json\\""},"constants":{"type":"array","x-key":["name"],"items":{"$ref":"#/$defs/constant"}}},"$defs":{"constant":{"type":"object","additionalProperties":false,"required":["name","value"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"value":{"type":"string","minLength":1,"maxLength":1000,"$comment":"an expression such as \\"(1 << VA_BITS) - 1\\""},"source":{"type":"string","minLength":1},"doc":{"type":"string","minLength":1},"when":{"$ref":"#/$defs/when"}}},"when":{"type":"string","minLength":1,"maxLength":200,"$comment":"a condition over features, such as \\"sve && !nested\\""}}}',
  "cpu": '{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://worldswitch.dev/schema/language/cpu.schema.json","type":"object","additionalProperties":false,"required":["$schema","cpu","title","features","registers"],"properties":{"$schema":{"type":"string"},"cpu":{"type":"string","pattern":"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},"title":{"type":"string","minLength":1},"source":{"type":"string","minLength":1},"features":{"type":"array","items":{"type":"string","pattern":"^(FEAT_[A-Za-z0-9_]+|GICv3)$"},"uniqueItems":true},"registers":{"type":"array","x-key":["register"],"items":{"type":"object","additionalProperties":false,"required":["register"],"minProperties":2,"properties":{"register":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$"},"reset":{"type":"string","pattern":"^0x[0-9a-f]{1,16}$"},"selected":{"type":"object","additionalProperties":false,"required":["by","values"],"properties":{"by":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$"},"values":{"type":"array","minItems":1,"items":{"type":"string","pattern":"^0x[0-9a-f]{1,16}$"}}}}}}},"flags":{"type":"object","additionalProperties":false,"properties":{"N":{"type":"integer","minimum":0,"maximum":1},"Z":{"type":"integer","minimum":0,"maximum":1},"C":{"type":"integer","minimum":0,"maximum":1},"V":{"type":"integer","minimum":0,"maximum":1}}},"absent":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["registers","because"],"properties":{"registers":{"type":"array","minItems":1,"items":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$"}},"because":{"type":"string","minLength":1}}}}}}',
  "encoding-groups": '{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://worldswitch.dev/schema/language/encoding-groups.schema.json","type":"object","additionalProperties":false,"required":["$schema","title","groups"],"properties":{"$schema":{"type":"string"},"title":{"type":"string","minLength":1},"groups":{"type":"array","items":{"$ref":"#/$defs/group"}}},"$defs":{"group":{"type":"object","additionalProperties":false,"required":["name","bits","section"],"properties":{"name":{"type":"string","minLength":1},"bits":{"type":"string","pattern":"^[01x]{32}$"},"section":{"type":"string","minLength":1}}}}}',
  "layout": '{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://worldswitch.dev/schema/language/layout.schema.json","type":"object","additionalProperties":false,"required":["$schema","name","title","doc","vcpu","context"],"properties":{"$schema":{"type":"string","pattern":"(^|/)layout\\\\.schema\\\\.json$","$comment":"the path of layout.schema.json, such as \\"../language/layout.schema.json\\""},"extends":{"type":"string","pattern":"^\\\\.\\\\./[a-z0-9][a-z0-9._-]*$","maxLength":103,"$comment":"a layout\'s folder beside this one, such as \\"../kvm-arm64-v3\\""},"name":{"type":"string","pattern":"^[a-z0-9][a-z0-9._-]*$","maxLength":100,"$comment":"a name of lower-case letters, digits, \\".\\", \\"_\\" and \\"-\\""},"title":{"type":"string","minLength":1,"maxLength":200},"doc":{"type":"string","minLength":1},"source":{"type":"string","minLength":1},"vcpu":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"context":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"features":{"type":"array","x-key":["name"],"items":{"type":"object","additionalProperties":false,"required":["name","doc","default"],"properties":{"name":{"type":"string","pattern":"^[a-z][a-z0-9_-]*$","maxLength":64,"$comment":"a feature\'s name of lower-case letters, digits, \\"_\\" and \\"-\\", such as sve"},"doc":{"type":"string","minLength":1},"default":{"type":"boolean"}}}},"lint":{"type":"array","x-key":["code"],"items":{"type":"object","additionalProperties":false,"required":["code","severity","because"],"properties":{"code":{"type":"string","pattern":"^WS3[0-9]{2}$","$comment":"a rule\'s code such as WS315"},"severity":{"type":"string","enum":["off","note","warning","error"]},"because":{"type":"string","minLength":1}}}}}}',
  "structs": '{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://worldswitch.dev/schema/language/structs.schema.json","type":"object","additionalProperties":false,"required":["$schema","structs"],"properties":{"$schema":{"type":"string","pattern":"(^|/)structs\\\\.schema\\\\.json$","$comment":"the path of structs.schema.json, such as \\"../language/structs.schema.json\\""},"structs":{"type":"array","x-key":["name"],"minItems":1,"items":{"$ref":"#/$defs/struct"}}},"$defs":{"struct":{"type":"object","additionalProperties":false,"required":["name","members"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"doc":{"type":"string","minLength":1},"members":{"type":"array","x-key":["name"],"minItems":1,"items":{"$ref":"#/$defs/member"}},"when":{"$ref":"#/$defs/when"}}},"member":{"type":"object","additionalProperties":false,"required":["name","type"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"type":{"type":"string","pattern":"^(u8|u16|u32|u64|u128|s8|s16|s32|s64|bool|pointer|opaque|struct [A-Za-z_]\\\\w*)$","maxLength":140,"$comment":"a type: u8 u16 u32 u64 u128 s8 s16 s32 s64 bool pointer opaque or \\"struct NAME\\""},"count":{"type":["integer","string"],"minimum":1,"maximum":16777216,"pattern":"^[A-Za-z_][A-Za-z0-9_]*$","$comment":"a number of elements from 1 up, or a constant\'s name"},"index":{"type":"string","enum":["gpr","fpr","sysreg"]},"size":{"type":"integer","minimum":1,"maximum":16777216},"align":{"type":"integer","enum":[1,2,4,8,16]},"to":{"type":"string","pattern":"^(u8|u16|u32|u64|u128|s8|s16|s32|s64|bool|void|struct [A-Za-z_]\\\\w*)$","maxLength":140,"$comment":"a type such as \\"struct kvm\\""},"doc":{"type":"string","minLength":1},"when":{"$ref":"#/$defs/when"}},"allOf":[{"if":{"properties":{"type":{"const":"opaque"}},"required":["type"]},"then":{"required":["size","align"]},"else":{"properties":{"size":{"not":{},"$comment":"only an opaque member says its size: other types have one"},"align":{"not":{},"$comment":"only an opaque member says its alignment: other types have one"}}}},{"if":{"properties":{"type":{"const":"pointer"}},"required":["type"]},"then":true,"else":{"properties":{"to":{"not":{},"$comment":"only a pointer points to something"}}}},{"if":{"properties":{"index":true},"required":["index"]},"then":{"required":["count"]}}]},"when":{"type":"string","minLength":1,"maxLength":200,"$comment":"a condition over features, such as \\"sve && !nested\\""}}}',
  "sysreg-order": '{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://worldswitch.dev/schema/language/sysreg-order.schema.json","type":"object","additionalProperties":false,"required":["$schema","storage","sentinel","count","registers"],"properties":{"$schema":{"type":"string","pattern":"(^|/)sysreg-order\\\\.schema\\\\.json$","$comment":"the path of sysreg-order.schema.json, such as \\"../language/sysreg-order.schema.json\\""},"storage":{"type":"object","additionalProperties":false,"required":["struct","member"],"properties":{"struct":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"member":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"}}},"sentinel":{"type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"doc":{"type":"string","minLength":1}}},"count":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"registers":{"type":"array","x-key":["name"],"minItems":1,"items":{"$ref":"#/$defs/register"}}},"$defs":{"register":{"type":"object","additionalProperties":false,"required":["name","groups"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register\'s name in the manual\'s spelling, such as SCTLR_EL1"},"via":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register\'s name in the manual\'s spelling, such as SCTLR_EL1"},"groups":{"type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a group\'s name"}},"constraints":{"$ref":"#/$defs/constraints"},"waive":{"$ref":"#/$defs/waive"},"when":{"$ref":"#/$defs/when"}}},"constraints":{"type":"array","minItems":1,"items":{"type":"object","additionalProperties":false,"required":["because"],"minProperties":2,"maxProperties":2,"properties":{"before":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register\'s name in the manual\'s spelling, such as SCTLR_EL1"},"pairWith":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register\'s name in the manual\'s spelling, such as APIAKEYHI_EL1"},"because":{"type":"string","minLength":1}}}},"waive":{"type":"array","minItems":1,"items":{"type":"object","additionalProperties":false,"required":["code","because"],"properties":{"code":{"type":"string","pattern":"^WS[0-9]{3}$","$comment":"a finding\'s code such as WS305"},"because":{"type":"string","minLength":1}}}},"when":{"type":"string","minLength":1,"maxLength":200,"$comment":"a condition over features, such as \\"sve && !nested\\""}}}',
  "sysregs": '{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://worldswitch.dev/schema/language/sysregs.schema.json","type":"object","additionalProperties":false,"required":["$schema","group","title","registers"],"properties":{"$schema":{"type":"string"},"group":{"type":"string","pattern":"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},"title":{"type":"string","minLength":1},"registers":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/register"}}},"$defs":{"register":{"type":"object","additionalProperties":false,"required":["name","title","encoding","width","since"],"dependentSchemas":{"fields":{"properties":{"sameFieldsAs":false,"aliasOf":false}}},"dependentRequired":{"fieldsWhen":["fields"]},"properties":{"name":{"$ref":"#/$defs/registerName"},"title":{"type":"string","minLength":1},"section":{"type":"string","pattern":"^[A-Z]\\\\d+(\\\\.\\\\d+)*$"},"note":{"type":"string","minLength":1},"encoding":{"type":"object","additionalProperties":false,"required":["op0","op1","CRn","CRm","op2"],"properties":{"op0":{"type":"integer","minimum":2,"maximum":3},"op1":{"type":"integer","minimum":0,"maximum":7},"CRn":{"type":"integer","minimum":0,"maximum":15},"CRm":{"type":"integer","minimum":0,"maximum":15},"op2":{"type":"integer","minimum":0,"maximum":7}}},"width":{"type":"integer","enum":[32,64]},"since":{"type":"string","enum":["armv8-a","armv8.1-a","armv8.2-a","armv8.3-a","armv8.4-a","armv8.5-a","armv8.6-a"]},"extension":{"type":"string","pattern":"^[a-z][a-z0-9]*$"},"feature":{"type":"string","pattern":"^(FEAT_[A-Za-z0-9_]+|GICv3)$"},"read":{"$ref":"#/$defs/exceptionLevel"},"write":{"$ref":"#/$defs/exceptionLevel"},"aliasOf":{"$ref":"#/$defs/registerName"},"readsAtEL1":{"$ref":"#/$defs/registerName"},"sharesEncodingWith":{"type":"object","additionalProperties":false,"required":["name","because"],"properties":{"name":{"$ref":"#/$defs/registerName"},"because":{"type":"string","enum":["direction","renamed"]}}},"reset":{"type":"string","pattern":"^0x(0|[1-9a-f][0-9a-f]{0,15})$"},"effects":{"type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/$defs/effect"}},"fields":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/field"}},"sameFieldsAs":{"$ref":"#/$defs/registerName"},"fieldsWhen":{"type":"array","minItems":1,"items":{"type":"object","additionalProperties":false,"required":["when"],"oneOf":[{"required":["fields"],"properties":{"fields":true}},{"required":["sameFieldsAs"],"properties":{"sameFieldsAs":true}}],"properties":{"when":{"type":"string","minLength":1},"fields":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/field"}},"sameFieldsAs":{"$ref":"#/$defs/registerName"}}}}}},"registerName":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$"},"exceptionLevel":{"type":"integer","minimum":0,"maximum":2},"effect":{"type":"string","enum":["translation","traps","pstate","stack-pointer","interrupts","timer","constant","debug"]},"field":{"type":"object","additionalProperties":false,"required":["bits"],"oneOf":[{"required":["name"],"properties":{"name":true}},{"required":["reserved"],"properties":{"reserved":true}}],"dependentSchemas":{"reserved":{"properties":{"values":false}}},"properties":{"name":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$"},"bits":{"type":"string","pattern":"^\\\\d{1,3}(:\\\\d{1,3})?$"},"reserved":{"type":"string","enum":["RES0","RES1","RAO","RAZ","UNKNOWN","IMPDEF"]},"doc":{"type":"string","minLength":1},"values":{"type":"object","minProperties":1,"propertyNames":{"pattern":"^(0x[0-9a-f]+|0|[1-9][0-9]*)$"},"additionalProperties":{"type":"string","minLength":1}}}}}}',
  "system-operations": '{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://worldswitch.dev/schema/language/system-operations.schema.json","type":"object","additionalProperties":false,"required":["$schema","title","operations"],"properties":{"$schema":{"type":"string"},"title":{"type":"string","minLength":1},"operations":{"type":"array","items":{"$ref":"#/$defs/operation"}}},"$defs":{"operation":{"type":"object","additionalProperties":false,"required":["class","name","encoding","register","minimumEl","does"],"properties":{"class":{"enum":["TLBI","AT","IC","DC"]},"name":{"type":"string","pattern":"^[A-Z][A-Z0-9]*$"},"encoding":{"type":"object","additionalProperties":false,"required":["op1","CRn","CRm","op2"],"properties":{"op1":{"type":"integer","minimum":0,"maximum":7},"CRn":{"type":"integer","minimum":0,"maximum":15},"CRm":{"type":"integer","minimum":0,"maximum":15},"op2":{"type":"integer","minimum":0,"maximum":7}}},"register":{"type":"boolean"},"minimumEl":{"enum":[0,1,2,3]},"does":{"$ref":"#/$defs/effect"}}},"effect":{"type":"object","additionalProperties":false,"properties":{"regime":{"enum":["EL1&0","EL2","EL3"]},"stages":{"enum":["1","2","1+2"]},"by":{"enum":["all","vmid","asid","va","va-all-asids","ipa","set-way"]},"lastLevel":{"type":"boolean"},"shareability":{"enum":["local","inner"]},"el":{"enum":[0,1,2,3]},"access":{"enum":["read","write"]},"cache":{"enum":["instruction","data"]},"maintenance":{"enum":["clean","invalidate","clean+invalidate"]},"to":{"enum":["coherency","unification"]},"zero":{"type":"boolean"}}}}}',
  "world-switch": '{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://worldswitch.dev/schema/language/world-switch.schema.json","type":"object","additionalProperties":false,"required":["$schema","section","registers","groups","routines","procedures","switch","contexts","traps","vm","fault","abort","panic","vectors","flush"],"properties":{"$schema":{"type":"string","pattern":"(^|/)world-switch\\\\.schema\\\\.json$","$comment":"the path of world-switch.schema.json, such as \\"../language/world-switch.schema.json\\""},"section":{"type":"object","additionalProperties":false,"required":["name","alignLog2"],"properties":{"name":{"type":"string","pattern":"^\\\\.[A-Za-z_][A-Za-z0-9_.]*$","maxLength":100,"$comment":"a section\'s name such as .hyp.text"},"alignLog2":{"type":"string","minLength":1,"maxLength":1000,"$comment":"an expression such as \\"(1 << VA_BITS) - 1\\""}}},"registers":{"type":"object","additionalProperties":false,"required":["vcpu","exitCode","context","scratch","link"],"properties":{"vcpu":{"type":"string","pattern":"^x([0-9]|[12][0-9]|30)$","$comment":"a general-purpose register x0 to x30"},"exitCode":{"type":"string","pattern":"^x([0-9]|[12][0-9]|30)$","$comment":"a general-purpose register x0 to x30"},"context":{"type":"string","pattern":"^x([0-9]|[12][0-9]|30)$","$comment":"a general-purpose register x0 to x30"},"scratch":{"type":"string","pattern":"^x([0-9]|[12][0-9]|30)$","$comment":"a general-purpose register x0 to x30"},"link":{"type":"string","pattern":"^x([0-9]|[12][0-9]|30)$","$comment":"a general-purpose register x0 to x30"}}},"groups":{"type":"array","x-key":["name"],"minItems":1,"items":{"$ref":"#/$defs/group"}},"routines":{"type":"array","x-key":["name"],"minItems":1,"items":{"$ref":"#/$defs/routine"}},"procedures":{"type":"array","x-key":["symbol"],"items":{"type":"object","additionalProperties":false,"required":["symbol","routine"],"properties":{"symbol":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"routine":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"when":{"$ref":"#/$defs/when"}}}},"switch":{"type":"object","additionalProperties":false,"required":["entry","exit"],"properties":{"entry":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/switchStep"}},"exit":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/switchStep"}}}},"contexts":{"type":"object","additionalProperties":false,"required":["guest","host"],"properties":{"guest":{"type":"string","pattern":"^[A-Za-z_]\\\\w*(\\\\[\\\\w+\\\\])?(\\\\.[A-Za-z_]\\\\w*(\\\\[\\\\w+\\\\])?)*$","maxLength":500,"$comment":"a member path such as arch.ctxt or gp_regs.regs.regs[19]"},"host":{"type":"string","pattern":"^[A-Za-z_]\\\\w*(\\\\[\\\\w+\\\\])?(\\\\.[A-Za-z_]\\\\w*(\\\\[\\\\w+\\\\])?)*$","maxLength":500,"$comment":"a member path such as arch.ctxt or gp_regs.regs.regs[19]"}}},"traps":{"type":"array","x-key":["register"],"items":{"$ref":"#/$defs/trap"}},"vm":{"type":"object","additionalProperties":false,"required":["register","pointer","member"],"properties":{"register":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register\'s name in the manual\'s spelling, such as SCTLR_EL1"},"pointer":{"type":"string","pattern":"^[A-Za-z_]\\\\w*(\\\\[\\\\w+\\\\])?(\\\\.[A-Za-z_]\\\\w*(\\\\[\\\\w+\\\\])?)*$","maxLength":500,"$comment":"a member path such as arch.ctxt or gp_regs.regs.regs[19]"},"member":{"type":"string","pattern":"^[A-Za-z_]\\\\w*(\\\\[\\\\w+\\\\])?(\\\\.[A-Za-z_]\\\\w*(\\\\[\\\\w+\\\\])?)*$","maxLength":500,"$comment":"a member path such as arch.ctxt or gp_regs.regs.regs[19]"}}},"fault":{"type":"array","x-key":["register"],"items":{"type":"object","additionalProperties":false,"required":["register","member","width"],"properties":{"register":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register\'s name in the manual\'s spelling, such as SCTLR_EL1"},"member":{"type":"string","pattern":"^[A-Za-z_]\\\\w*(\\\\[\\\\w+\\\\])?(\\\\.[A-Za-z_]\\\\w*(\\\\[\\\\w+\\\\])?)*$","maxLength":500,"$comment":"a member path such as arch.ctxt or gp_regs.regs.regs[19]"},"width":{"type":"integer","enum":[32,64]},"waive":{"$ref":"#/$defs/waive"},"when":{"$ref":"#/$defs/when"}}}},"abort":{"type":"object","additionalProperties":false,"required":["operation","result","failed","clobbers"],"properties":{"operation":{"type":"string","pattern":"^[A-Z][A-Z0-9]*$","maxLength":20,"$comment":"an address translation operation such as S1E1R"},"result":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register\'s name in the manual\'s spelling, such as SCTLR_EL1"},"failed":{"type":"object","additionalProperties":false,"required":["field"],"properties":{"field":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":64,"$comment":"a field\'s name"},"bit":{"type":"integer","minimum":0,"maximum":63},"waive":{"$ref":"#/$defs/waive"}}},"clobbers":{"type":"array","x-key":["register"],"items":{"type":"object","additionalProperties":false,"required":["register"],"properties":{"register":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register\'s name in the manual\'s spelling, such as SCTLR_EL1"},"waive":{"$ref":"#/$defs/waive"},"when":{"$ref":"#/$defs/when"}}}}}},"panic":{"type":"object","additionalProperties":false,"required":["function","message","registers","pstate"],"properties":{"function":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a C identifier"},"message":{"type":"string","minLength":1,"maxLength":1000,"$comment":"a format string for printk"},"registers":{"type":"array","minItems":1,"maxItems":7,"items":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register\'s name in the manual\'s spelling, such as SCTLR_EL1"}},"pstate":{"type":"string","minLength":1,"maxLength":1000,"$comment":"an expression such as \\"(1 << VA_BITS) - 1\\""}}},"vectors":{"type":"array","x-key":["from","kind"],"items":{"type":"object","additionalProperties":false,"required":["from","kind","handler"],"properties":{"from":{"type":"string","enum":["EL2t","EL2h","64-bit EL1","32-bit EL1"]},"kind":{"type":"string","enum":["sync","irq","fiq","error"]},"handler":{"type":"string","enum":["panic","sync","irq"]},"when":{"$ref":"#/$defs/when"}}}},"barriers":{"type":"array","minItems":1,"x-key":["after","before"],"items":{"$ref":"#/$defs/barrier"}},"flush":{"type":"object","additionalProperties":false,"required":["operation","ipaShift"],"properties":{"operation":{"type":"string","pattern":"^[A-Z][A-Z0-9]*$","maxLength":20,"$comment":"a TLBI operation by IPA such as IPAS2E1IS"},"ipaShift":{"type":"integer","minimum":0,"maximum":63},"waive":{"$ref":"#/$defs/waive"}}}},"$defs":{"group":{"type":"object","additionalProperties":false,"required":["name","doc"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"doc":{"type":"string","minLength":1},"temporaries":{"type":"string","pattern":"^x([0-9]|[12][0-9]|30)(-x([0-9]|[12][0-9]|30))?$","$comment":"general-purpose registers such as \\"x4\\" or \\"x4-x29\\""},"base":{"type":"string","enum":["scratch","context"]},"pairs":{"type":"boolean"},"advanceAt":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register\'s name in the manual\'s spelling, such as SCTLR_EL1"},"order":{"type":"boolean","const":true},"transfers":{"type":"array","x-key":["register"],"minItems":1,"items":{"$ref":"#/$defs/transfer"}},"waive":{"$ref":"#/$defs/waive"},"when":{"$ref":"#/$defs/when"}},"allOf":[{"if":{"properties":{"order":true},"required":["order"]},"then":{"properties":{"transfers":{"not":{},"$comment":"a group has either order or transfers"}}},"else":{"required":["transfers"]}}]},"constraints":{"type":"array","minItems":1,"items":{"type":"object","additionalProperties":false,"required":["because"],"minProperties":2,"maxProperties":2,"properties":{"before":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register\'s name in the manual\'s spelling, such as SCTLR_EL1"},"pairWith":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register\'s name in the manual\'s spelling, such as APIAKEYHI_EL1"},"because":{"type":"string","minLength":1}}}},"transfer":{"type":"object","additionalProperties":false,"required":["register","member"],"properties":{"register":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register\'s name in the manual\'s spelling, such as SCTLR_EL1"},"member":{"type":"string","pattern":"^[A-Za-z_]\\\\w*(\\\\[\\\\w+\\\\])?(\\\\.[A-Za-z_]\\\\w*(\\\\[\\\\w+\\\\])?)*$","maxLength":500,"$comment":"a member path such as arch.ctxt or gp_regs.regs.regs[19]"},"constraints":{"$ref":"#/$defs/constraints"},"doc":{"type":"string","minLength":1},"when":{"$ref":"#/$defs/when"}}},"routine":{"type":"object","additionalProperties":false,"required":["name","doc","steps"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"doc":{"type":"string","minLength":1},"steps":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/step"}},"waive":{"$ref":"#/$defs/waive"},"when":{"$ref":"#/$defs/when"}}},"step":{"type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"properties":{"anchor":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"save":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"restore":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"store":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"load":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"push":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"pop":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"unstack":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"call":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"}}},"switchStep":{"type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"properties":{"context":{"type":"string","enum":["host","guest"]},"routine":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"procedure":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","maxLength":128,"$comment":"a name"},"traps":{"type":"string","enum":["activate","deactivate"]},"vm":{"type":"string","enum":["activate","deactivate"]},"barrier":{"type":"string","enum":["isb","dsb"]}}},"barrier":{"type":"object","additionalProperties":false,"required":["barrier","after","before","because"],"properties":{"barrier":{"type":"string","enum":["isb","dsb"]},"after":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register\'s name in the manual\'s spelling, such as HCR_EL2"},"before":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register\'s name in the manual\'s spelling, such as TTBR0_EL1"},"because":{"type":"string","minLength":1},"waive":{"$ref":"#/$defs/waive"},"when":{"$ref":"#/$defs/when"}}},"trap":{"type":"object","additionalProperties":false,"required":["register","activate","deactivate"],"properties":{"register":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":64,"$comment":"a register\'s name in the manual\'s spelling, such as SCTLR_EL1"},"activate":{"$ref":"#/$defs/trapSetting"},"deactivate":{"$ref":"#/$defs/trapSetting"},"waive":{"$ref":"#/$defs/waive"},"when":{"$ref":"#/$defs/when"}}},"trapSetting":{"type":"object","additionalProperties":false,"minProperties":1,"properties":{"members":{"type":"array","minItems":1,"maxItems":4,"items":{"type":"string","pattern":"^[A-Za-z_]\\\\w*(\\\\[\\\\w+\\\\])?(\\\\.[A-Za-z_]\\\\w*(\\\\[\\\\w+\\\\])?)*$","maxLength":500,"$comment":"a member path such as arch.ctxt or gp_regs.regs.regs[19]"}},"keep":{"type":"string","minLength":1,"maxLength":1000,"$comment":"an expression such as \\"(1 << VA_BITS) - 1\\""},"value":{"type":"string","minLength":1,"maxLength":1000,"$comment":"an expression such as \\"(1 << VA_BITS) - 1\\""},"literal":{"type":"boolean"}},"dependentRequired":{"literal":["value"]}},"waive":{"type":"array","minItems":1,"items":{"type":"object","additionalProperties":false,"required":["code","because"],"properties":{"code":{"type":"string","pattern":"^WS[0-9]{3}$","$comment":"a finding\'s code such as WS305"},"because":{"type":"string","minLength":1}}}},"when":{"type":"string","minLength":1,"maxLength":200,"$comment":"a condition over features, such as \\"sve && !nested\\""}}}',
};

const schemas = new Map<string, SchemaNode>();

/** The schema of a kind of document, undefined when there is no such kind; read from its text when it is first asked for. */
export function schemaOfKind(kind: string): SchemaNode | undefined {
  const text = texts[kind];
  if (text === undefined) return undefined;
  const schema = schemas.get(kind) ?? JSON.parse(text);
  schemas.set(kind, schema);
  return schema;
}
