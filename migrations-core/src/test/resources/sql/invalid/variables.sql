SELECT :'name', :"name";
SELECT :{?name};
SELECT :name;
